// The encrypted backup opened without Waymark, as docs/encrypted-backup.md describes: node's own cryptography and gzip, nothing else.
import assert from "node:assert/strict";
import { createDecipheriv, pbkdf2Sync } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";

const golden = (name) => readFileSync(new URL(`../../tests/golden/${name}`, import.meta.url));

/** CRC-32C (Castagnoli), bit by bit. */
const crc32c = (bytes) => {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0x82f63b78 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
};

/** Takes the file apart and opens it with the parameters that its own header names. */
const decrypt = (file, passphrase) => {
  const end = file.indexOf("\n") + 1;
  const header = file.subarray(0, end);
  const { kdf, rounds, salt, cipher, iv, compression } = JSON.parse(header);
  assert.deepEqual([kdf, cipher, compression], ["PBKDF2-HMAC-SHA-256", "AES-256-GCM", "gzip"]);
  const key = pbkdf2Sync(passphrase.normalize("NFC"), Buffer.from(salt, "hex"), rounds, 32, "sha256");
  const opened = createDecipheriv("aes-256-gcm", key, Buffer.from(iv, "hex"));
  opened.setAAD(header);
  opened.setAuthTag(file.subarray(-20, -4));
  return gunzipSync(Buffer.concat([opened.update(file.subarray(end, -20)), opened.final()]));
};

const PASSPHRASE = "harbour lights under a red moon";

test("the first released encrypted backup opens without Waymark and holds the plain file byte for byte", () => {
  const text = decrypt(golden("backup-v1.waymark"), PASSPHRASE);
  assert.equal(text.toString("utf8"), golden("export-v1.json").toString("utf8"));
});

test("it was made with the parameters that are promised", () => {
  const file = golden("backup-v1.waymark");
  const header = JSON.parse(file.subarray(0, file.indexOf("\n")));
  assert.equal(header.format, "waymark-encrypted");
  assert.equal(header.version, 1);
  assert.equal(header.rounds, 600_000);
  assert.match(header.salt, /^[0-9a-f]{32}$/);
  assert.match(header.iv, /^[0-9a-f]{24}$/);
});

test("its last four bytes are the checksum of all the others", () => {
  const file = golden("backup-v1.waymark");
  assert.equal(crc32c(Buffer.from("123456789")), 0xe3069283);
  assert.equal(file.readUInt32BE(file.length - 4), crc32c(file.subarray(0, -4)));
});

test("another passphrase does not open it", () => {
  assert.throws(() => decrypt(golden("backup-v1.waymark"), "harbour lights under a red Moon"));
});

test("a changed header or a changed byte does not open, even with the right passphrase", () => {
  const file = golden("backup-v1.waymark");
  const respelled = Buffer.from(file.toString("latin1").replace('"version":1', '"version":3'), "latin1");
  assert.throws(() => decrypt(respelled, PASSPHRASE));
  const flipped = Buffer.from(file);
  flipped[file.indexOf("\n") + 5] ^= 1;
  assert.throws(() => decrypt(flipped, PASSPHRASE));
});
