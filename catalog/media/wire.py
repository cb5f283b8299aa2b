"""What goes through the pipe between the workshop and its process.

A request is its length and the upload. An answer is the child's exit status (negative: the signal that ended it), its
peak memory in kB, its CPU time in ms, and the length of its words; the words are the length of a JSON object, that
object, and the renditions' bytes one after the other.
"""

import struct

REQUEST = struct.Struct(">Q")
ANSWER = struct.Struct(">iIIQ")
WORDS = struct.Struct(">I")

# A listener to the news has 30 seconds for everything.
WALL_SECONDS = 18
