from practices.library.loading.practices import ContentError, load_practices

__all__ = ["ContentError", "load_practices"]
