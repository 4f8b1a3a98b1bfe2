"""Files under a password, also under an empty one (PDF 32000-1, 7.6.3)."""

import hashlib

from tests.hostile.raw import Raw, said, stream, written

_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def locked(user: bytes, owner: bytes = b"owner") -> bytes:
    """A file under the standard handler, revision 2, 40 bits (PDF 32000-1, 7.6.3)."""
    identity = b"0123456789abcdef"
    owner_key = hashlib.md5((owner + _PAD)[:32]).digest()[:5]
    o = _rc4(owner_key, (user + _PAD)[:32])
    permissions = (-4).to_bytes(4, "little", signed=True)
    key = hashlib.md5((user + _PAD)[:32] + o + permissions + identity).digest()[:5]
    u = _rc4(key, _PAD)
    objects = Raw().objects()
    own = hashlib.md5(key + (5).to_bytes(3, "little") + b"\x00\x00").digest()[:10]
    objects[5] = stream(_rc4(own, said()))
    objects[6] = f"<< /Filter /Standard /V 1 /R 2 /O <{o.hex()}> /U <{u.hex()}> /P -4 >>".encode()
    return written(objects, f"/Encrypt 6 0 R /ID [<{identity.hex()}> <{identity.hex()}>]")


def _rc4(key: bytes, data: bytes) -> bytes:
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)
