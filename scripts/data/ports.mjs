// Makes frontend/data/ports.tsv: LOCODE, name, country (ISO 3166-1 alpha-2), latitude, longitude; one port a
// line, in the order of the codes, degrees with at most four decimals, empty where no position is known.

import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";

const source = createRequire(import.meta.url)("sea-ports").JSON;
const target = new URL("../../frontend/data/ports.tsv", import.meta.url);

// The Netherlands Antilles are no more, and UN/LOCODE has withdrawn their codes. The harbour of Willemstad has
// one of today; the others are left out.
const TODAY = { ANWIL: "CWWIL" };
const withdrawn = (locode) => locode.startsWith("AN");

// Latitude and longitude stand the wrong way round.
const SWAPPED = new Set(["ARDDC", "CDBOA", "CDMAT", "CLJRL", "CLPGO", "CLPPD", "DZAAE", "ISESK", "REPDG", "VEGUB"]);
// The position is that of another place: of the same name, or on the other side of Greenwich.
const ELSEWHERE = new Set(["BMSOU", "CLCAP", "GPSBH", "PESNX", "RUPTP", "THPKN", "TNJAR", "USTSA", "VEPSU"]);

const plain = (text) => text.replace(/\p{Cc}+/gu, " ").replace(/ +/g, " ").trim();
const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/ø/g, "o").replace(/Ø/g, "O");

// The name with its accents, where the source has it beside the one without.
const name = ({ name, city }) => (bare(city) === bare(name) ? plain(city) : plain(name)).normalize("NFC");

function position(locode, { coordinates }) {
  if (!coordinates || ELSEWHERE.has(locode)) return ["", ""];
  const [longitude, latitude] = SWAPPED.has(locode) ? [...coordinates].reverse() : coordinates;
  const there = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude !== 0 || longitude !== 0);
  return there ? [latitude, longitude].map((degrees) => String(Number(degrees.toFixed(4)))) : ["", ""];
}

const ports = new Map();
for (const [key, port] of Object.entries(source)) {
  const locode = TODAY[key] ?? key;
  if (!/^[A-Z]{2}[A-Z2-9]{3}$/.test(locode)) throw new Error(`${locode} is no UN/LOCODE`);
  if (withdrawn(locode) || ports.has(locode)) continue;
  ports.set(locode, [locode, name(port), locode.slice(0, 2), ...position(key, port)]);
}

const lines = [...ports.keys()].sort().map((locode) => ports.get(locode).join("\t"));
writeFileSync(target, `${lines.join("\n")}\n`);
console.log(`${lines.length} ports`);
