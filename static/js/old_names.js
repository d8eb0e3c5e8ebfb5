/* What an address of the archive's earlier site names, as duizhao/old_addresses.py writes it: tests hold both to it. */

/** The name of a file without folders and ending, in one Unicode form. */
export function oldName(path) {
  return path.slice(path.lastIndexOf("/") + 1).normalize("NFC").replace(/\.[A-Za-z0-9]{1,5}$/, "");
}

/** Eight hexadecimal digits: CRC-32 of the name in UTF-8. */
export function checksum(name) {
  let sum = -1;
  for (const byte of new TextEncoder().encode(name)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (~sum >>> 0).toString(16).padStart(8, "0");
}
