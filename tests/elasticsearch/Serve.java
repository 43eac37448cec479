import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * One Elasticsearch node on loopback: HOME DATA PORT USERS [SETTING=VALUE...].
 *
 * Who uses it holds a shared lock on the file USERS. When nobody does any more, also because all were killed, the node
 * stops by itself and its DATA goes away.
 */
class Serve {
    private static final int LOOK_EVERY_MS = 500;

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        Path data = Path.of(arguments[1]).toAbsolutePath();
        Settings settings = settings(home, data, arguments[2], List.of(arguments).subList(4, arguments.length));
        Files.createDirectories(data);

        Node node = start(settings, home);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(node, data)));
        waitUntilUnused(Path.of(arguments[3]));
        System.exit(0);
    }

    private static Settings settings(Path home, Path data, String port, List<String> more) {
        Settings.Builder settings = Settings.builder()
            .put("path.home", home)
            .put("path.data", data.resolve("data"))
            .put("path.logs", data.resolve("logs"))
            .put("cluster.name", "leerkring-tests")
            .put("node.name", "node-" + port)
            .put("network.host", "127.0.0.1")
            .put("http.port", port)
            .put("transport.port", "0")
            .put("cluster.routing.allocation.disk.threshold_enabled", false);
        for (String setting : more) {
            String[] sides = setting.split("=", 2);
            settings.put(sides[0], sides[1]);
        }
        if (settings.get("discovery.seed_hosts") == null) {
            settings.put("discovery.type", "single-node");
        }
        return settings.build();
    }

    private static Node start(Settings settings, Path home) throws Exception {
        LogConfigurator.configureESLogging();
        Environment environment = InternalSettingsPreparer.prepareEnvironment(
            settings, Map.of(), home.resolve("config"), () -> settings.get("node.name"));
        LogConfigurator.configureWithoutConfig(settings);
        PluginsLoader plugins = PluginsLoader.createPluginsLoader(
            PluginsLoader.loadModulesBundles(environment.modulesDir()),
            PluginsLoader.loadPluginsBundles(environment.pluginsDir()),
            Map.of());
        Node node = new Node(environment, plugins);
        node.start();
        return node;
    }

    private static void waitUntilUnused(Path users) throws Exception {
        try (FileChannel file = FileChannel.open(users, StandardOpenOption.WRITE)) {
            while (true) {
                Thread.sleep(LOOK_EVERY_MS);
                FileLock unused = file.tryLock();
                if (unused != null) {
                    return;
                }
            }
        }
    }

    private static void stop(Node node, Path data) {
        try (node; var files = Files.walk(data)) {
            node.close();
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException error) {
            System.err.println("Not everything could be cleared away: " + error);
        }
    }
}
