"""The pictures of practices, in the sizes that templates/components/cover.html shows."""

import logging

from wagtail.images.models import SourceImageIOError

CARD, LARGE = "fill-320x320", "fill-640x640"

logger = logging.getLogger(__name__)


def make_renditions(image):
    """Makes what is not there yet, so that no reader waits for it; a picture that is lost stops nobody."""
    try:
        image.get_renditions(CARD, LARGE)
    except SourceImageIOError as error:
        logger.warning("The picture %s cannot be read: %s", image, error)
