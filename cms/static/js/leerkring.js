// What script adds to pages that already work without it: the compare tray, copying a link,
// suggestions while typing, and sections that fold on a phone.
"use strict";

(() => {
  const KEY = "leerkring-compare";

  // --- compare tray: a list of {id, name} that stays while one searches on ---
  const chosen = {
    read() {
      try { return JSON.parse(sessionStorage.getItem(KEY)) || []; } catch { return []; }
    },
    write(list) {
      try { sessionStorage.setItem(KEY, JSON.stringify(list)); } catch { /* private mode: lasts for this page only */ }
    },
  };

  function showTray(list = chosen.read()) {
    const tray = document.querySelector("[data-compare]");
    if (!tray) return;
    const most = Number(tray.dataset.most);
    document.querySelectorAll('input[name="p"][form="vergelijk"]').forEach((check) => {
      check.checked = list.some((one) => one.id === check.value);
      check.disabled = !check.checked && list.length >= most;
    });
    tray.hidden = list.length === 0;
    tray.querySelector("[data-compare-count]").textContent = list.length;
    tray.querySelector("[data-compare-list]").replaceChildren(...list.map((one) => trayItem(one, tray)));
  }

  function trayItem(one, tray) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    const hidden = document.createElement("span");
    const name = document.createElement("span");
    name.textContent = one.name;
    button.type = "button";
    button.className = "lk-chip";
    button.dataset.compareRemove = one.id;
    hidden.className = "lk-hidden";
    hidden.textContent = tray.dataset.remove;
    button.append(name, " × ", hidden);
    item.append(button);
    // A check on this page sends its own value; of practices on other pages the tray sends it.
    if (!document.querySelector(`input[name="p"][form="vergelijk"][value="${CSS.escape(one.id)}"]`)) {
      const input = document.createElement("input");
      Object.assign(input, { type: "hidden", name: "p", value: one.id });
      item.append(input);
    }
    return item;
  }

  function choose(id, name, wanted) {
    const most = Number(document.querySelector("[data-compare]").dataset.most);
    const list = chosen.read().filter((one) => one.id !== id);
    if (wanted && list.length < most) list.push({ id, name });
    chosen.write(list);
    showTray(list);
  }

  document.addEventListener("change", (event) => {
    const check = event.target;
    if (check.matches('input[name="p"][form="vergelijk"]')) choose(check.value, check.dataset.name, check.checked);
  });

  document.addEventListener("click", (event) => {
    const remove = event.target.closest("[data-compare-remove]");
    if (remove) {
      choose(remove.dataset.compareRemove, "", false);
      (document.querySelector("[data-compare-remove]") || document.getElementById("inhoud")).focus();
    }
    const add = event.target.closest("[data-compare-add]");
    if (add) {
      event.preventDefault();
      choose(add.dataset.compareAdd, add.dataset.name, true);
    }
    const copy = event.target.closest("[data-copy]");
    if (copy) copyLink(copy);
  });

  // --- share: copy the address and say so ---
  async function copyLink(button) {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.parentElement.querySelector("[data-copy-status]").textContent = button.dataset.copied;
  }

  // --- suggestions: a combobox after the ARIA 1.2 pattern, list with manual choice ---
  function combobox(input) {
    const list = document.createElement("ul");
    let waiting, asking, suggestions = [], active = -1;
    list.className = "lk-suggestions";
    list.id = `${input.id}-suggestions`;
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.dataset.suggestLabel);
    input.after(list);
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]]) {
      input.setAttribute(name, value);
    }

    function close() {
      asking?.abort();
      clearTimeout(waiting);
      show([]);
    }

    function show(found) {
      suggestions = found;
      active = -1;
      list.replaceChildren(...found.map(option));
      list.hidden = found.length === 0;
      input.setAttribute("aria-expanded", String(found.length > 0));
      input.removeAttribute("aria-activedescendant");
    }

    function option(suggestion, place) {
      const item = document.createElement("li");
      item.id = `${list.id}-${place}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.append(suggestion.text);
      if (suggestion.label) {
        const kind = document.createElement("span");
        kind.className = "lk-suggestions__kind";
        kind.textContent = suggestion.label;
        item.append(" ", kind);
      }
      item.addEventListener("pointerdown", (event) => event.preventDefault());
      item.addEventListener("click", () => follow(suggestion));
      return item;
    }

    function move(step) {
      active = (active + step + suggestions.length + 1) % (suggestions.length + 1);
      if (active === suggestions.length) active = -1;
      [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === active)));
      if (active < 0) input.removeAttribute("aria-activedescendant");
      else {
        input.setAttribute("aria-activedescendant", list.children[active].id);
        list.children[active].scrollIntoView({ block: "nearest" });
      }
    }

    function follow(suggestion) {
      close();
      if (suggestion.url) location.assign(suggestion.url);
      else {
        input.value = suggestion.text;
        input.form.requestSubmit();
      }
    }

    const isEnough = () => input.value.trim().length > 1;

    async function ask() {
      asking?.abort();
      asking = new AbortController();
      try {
        const url = `${input.dataset.suggest}?q=${encodeURIComponent(input.value)}`;
        const answer = await fetch(url, { signal: asking.signal, headers: { Accept: "application/json" } });
        if (answer.ok) show((await answer.json()).suggestions);
      } catch { /* no suggestions is no problem: the form still searches */ }
    }

    input.addEventListener("input", () => {
      clearTimeout(waiting);
      if (isEnough()) waiting = setTimeout(ask, 150);
      else close();
    });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (list.hidden) {
        if (event.key === "ArrowDown" && isEnough()) ask();
        return;
      }
      if (event.key === "ArrowDown") { event.preventDefault(); move(1); }
      if (event.key === "ArrowUp") { event.preventDefault(); move(-1); }
      if (event.key === "Escape") { event.preventDefault(); close(); }
      if (event.key === "Enter" && active >= 0) { event.preventDefault(); follow(suggestions[active]); }
    });
    // Where the field is part of the list of results, sending it closes what is still open.
    input.form?.addEventListener("submit", close);
  }

  // --- a long story folds on a phone, after its first two sections ---
  function fold(section, place) {
    const heading = section.querySelector("h2");
    const body = section.querySelector(".lk-section__body");
    if (!heading || !body || place < 2) return;
    const button = document.createElement("button");
    const isWanted = location.hash.length > 1 && section.querySelector(`#${CSS.escape(location.hash.slice(1))}`);
    const set = (isOpen) => {
      button.setAttribute("aria-expanded", String(isOpen));
      if (isOpen) body.removeAttribute("hidden");
      else body.setAttribute("hidden", "until-found");
    };
    button.type = "button";
    button.className = "lk-section__toggle";
    button.append(...heading.childNodes);
    heading.append(button);
    section.classList.add("lk-section--folds");
    set(Boolean(isWanted));
    button.addEventListener("click", () => set(button.getAttribute("aria-expanded") !== "true"));
    body.addEventListener("beforematch", () => set(true));
    window.addEventListener("hashchange", () => {
      if (section.querySelector(`#${CSS.escape(location.hash.slice(1) || "-")}`)) set(true);
    });
  }

  // --- filters come anew with each answer: what was open stays open, and the filter in hand stays in its place ---
  let filtersBefore = null;

  const folds = () => [...document.querySelectorAll("#filters details")].map((fold) => {
    const facet = fold.matches(".lk-facets") ? "" : fold.querySelector("input")?.name;
    return [fold, `${fold.className} ${facet}`];
  });

  document.addEventListener("htmx:beforeSwap", (event) => {
    const control = event.detail.requestConfig.triggeringEvent?.target.closest?.("#filters input");
    filtersBefore = {
      isOpen: new Map(folds().map(([fold, name]) => [name, fold.open])),
      id: control?.id,
      top: control?.getBoundingClientRect().top,
    };
  });

  // Comes once for each piece that was swapped in; all of them are there at the first.
  document.addEventListener("htmx:afterSwap", () => {
    if (!filtersBefore) return;
    const { isOpen, id, top } = filtersBefore;
    filtersBefore = null;
    for (const [fold, name] of folds()) fold.open = isOpen.get(name) ?? fold.open;
    const control = id && document.getElementById(id);
    if (!control) return;
    control.focus({ preventScroll: true });
    window.scrollBy({ top: control.getBoundingClientRect().top - top, behavior: "instant" });
  });

  document.querySelectorAll("[data-suggest]").forEach(combobox);
  document.querySelectorAll("[data-copy]").forEach((button) => { button.hidden = !navigator.clipboard; });
  if (matchMedia("(max-width: 47.99em)").matches) document.querySelectorAll("[data-fold]").forEach(fold);
  showTray();
  document.addEventListener("htmx:afterSwap", () => showTray());
  // The browser's own memory of checks must not win from the tray when one goes back.
  window.addEventListener("pageshow", () => showTray());

  // Menus close on Escape and when one goes elsewhere.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    document.querySelectorAll(".lk-menu[open], .lk-account[open]").forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });
})();
