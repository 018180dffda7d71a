"""What is known of ZIP files wherever one is opened: how a locked part is marked, and what a damaged one raises."""

import struct
import zipfile
import zlib

LOCKED = 0x1
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
