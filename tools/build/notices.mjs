// Licences of the packages whose code a bundle holds.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Returns the package a module is of, by its path, with its folder; undefined where it is ours. */
export function packageOf(path) {
  const [folder, name] = /^[^\0]*[/\\]node_modules[/\\]((?:@[^/\\]+[/\\])?[^/\\]+)(?=[/\\])/.exec(path) ?? [];
  return folder === undefined
    ? undefined
    : { name, folder, ...JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) };
}

/** Returns the packages that modules are of, each once, by name, with the text of its licence. */
export function packagesOf(modules) {
  const found = new Map(modules.flatMap((id) => packageOf(id) ?? []).map((made) => [made.name, made]));
  return [...found.values()]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, folder, version, license }) => {
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      if (file === undefined) throw new Error(`${name} has no licence to keep`);
      return { name, version, license, text: readFileSync(join(folder, file), 'utf8').trim() };
    });
}

/** Returns the notices of packages as a file. */
export function noticesOf(packages) {
  const texts = packages.map(({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}\n`);
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

/**
 * Returns the notices of packages as a comment of a script that is passed on by itself: the permission of the MIT licence once,
 * with the copyright of each. Public domain asks for none.
 */
export function noticeComment(packages) {
  const held = packages.filter(({ license }) => license !== 'Unlicense');
  const heads = held.map(({ name, version, license, text }) => {
    if (license !== 'MIT') throw new Error(`${name} is under ${license}: its text must be in the script, too`);
    return `${name} ${version}: ${/^Copyright [^<]*/m.exec(text)?.[0].split('\n')[0].trim() ?? name}`;
  });
  const [, permission = ''] = /(Permission is hereby granted[\s\S]*)$/.exec(held[0]?.text ?? '') ?? [];
  return `/*! ${heads.join('; ')}. The MIT License: ${permission.replace(/\s+/g, ' ').trim()} */\n`;
}
