// Writes the plans of an institute, to try what many plans are like: node test/bench/fleet.mjs FOLDER [PLANS [ALTERED]].
// Each is a shipped site in a folder of its own; ALTERED of them, spread evenly, are the site with its violations.
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const SITES = 'fixtures/sites';
const [folder, plans = '400', altered = '37'] = process.argv.slice(2);
if (folder === undefined || existsSync(folder)) {
  process.stderr.write('usage: node test/bench/fleet.mjs FOLDER [PLANS [ALTERED]], FOLDER being new\n');
  process.exit(2);
}
const [count, faulty] = [Number(plans), Number(altered)];
const sites = readdirSync(SITES).filter((site) => existsSync(join(SITES, site, 'plan.yaml')));
sites.sort();
for (let n = 0; n < count; n += 1) {
  const site = join(SITES, sites[n % sites.length]);
  const own = join(folder, `${site.slice(SITES.length + 1)}-${String(n + 1).padStart(4, '0')}`);
  mkdirSync(own, { recursive: true });
  const isAltered = Math.floor(((n + 1) * faulty) / count) > Math.floor((n * faulty) / count);
  copyFileSync(join(site, isAltered ? 'violations.yaml' : 'plan.yaml'), join(own, 'plan.sitecam.yaml'));
  for (const file of readdirSync(site)) {
    if (file.endsWith('.geojson')) copyFileSync(join(site, file), join(own, file));
  }
}
