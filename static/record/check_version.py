"""Check that a version is in the log of the record: python3 check_version.py proof.json checkpoint

Needs nothing but Python. proof.json is the answer of /record/inclusion, checkpoint that of /record/checkpoint, fetched
now or kept from before. The checkpoint's signature is checked by other tools; what is checked here is all the rest.
"""

import base64
import hashlib
import json
import sys

proof = json.load(open(sys.argv[1], encoding="utf-8"))
name, size, root, *_rest = open(sys.argv[2], encoding="utf-8").read().split("\n")
salt, document = bytes.fromhex(proof["leaf"]["salt"]), proof["leaf"]["canonical"].encode()
total = hashlib.sha256(b"\x00" + salt + document).digest()  # RFC 6962, section 2.1
position, last = proof["index"], proof["size"] - 1
for part in map(bytes.fromhex, proof["proof"]):  # RFC 9162, section 2.1.3.2
    if position % 2 or position == last:
        total = hashlib.sha256(b"\x01" + part + total).digest()
        while position and not position % 2:
            position, last = position // 2, last // 2
    else:
        total = hashlib.sha256(b"\x01" + total + part).digest()
    position, last = position // 2, last // 2
what = json.loads(document)
if last or (int(size), base64.b64decode(root)) != (proof["size"], total):
    sys.exit("NOT PROVED: this is not the version that the checkpoint was signed over.")
print(f"{what['id']}, version {what['number']}, is entry {proof['index']} of the {size} entries of {name}.")
