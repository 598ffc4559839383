// Prints one line per file: its name and its bytes, deflated and in base64, as the single file carries them.
// The browser unpacks them with DecompressionStream("deflate"), which checks their sum as well.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { constants, deflateSync } from "node:zlib";

const [folder, ...names] = process.argv.slice(2);
for (const name of names) {
  const packed = deflateSync(readFileSync(join(folder, name)), { level: constants.Z_BEST_COMPRESSION });
  console.log(`${name}\t${packed.toString("base64")}`);
}
