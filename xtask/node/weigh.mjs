// Prints one line per file: its name, its bytes, and its bytes after brotli at the quality that hosts use for static files.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const [folder, ...names] = process.argv.slice(2);
for (const name of names) {
  const bytes = readFileSync(join(folder, name));
  const packed = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  console.log(`${name}\t${bytes.length}\t${packed.length}`);
}
