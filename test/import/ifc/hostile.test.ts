import { existsSync } from 'node:fs';
import AdmZip from 'adm-zip';
import { describe, expect, it } from 'vitest';
import { loadWebIfc } from '../../../src/host/ifc/web-ifc.js';
import { UsageError } from '../../../src/host/usage.js';
import { Folder } from '../../support/folder.js';
import { house, stepFile } from './make-model.js';

/** Models that are damaged, cut or none: each ends with a sentence, and writes nothing. */

async function imported(name: string, content: string | Uint8Array, lang = 'zh-CN') {
  const folder = new Folder({ [name]: content });
  const { code, err } = await folder.run(['import', name, '-o', 'plan.yaml', '--lang', lang]);
  return { code, err, wrote: existsSync(folder.at('plan.yaml')) };
}

function zipOf(name: string, text: string): Uint8Array {
  const zip = new AdmZip();
  zip.addFile(name, Buffer.from(text));
  return zip.toBuffer();
}

const model = house();
const half = model.slice(0, model.length / 2);

describe('a file that can’t be read', () => {
  it.each([
    ['no STEP', 'hello', 'ISO-10303-21'],
    ['empty', '', 'ISO-10303-21'],
    ['IFCXML', '<?xml version="1.0"?><ifcXML/>', 'IFCXML'],
    ['of another schema', model.replace("'IFC4'", "'AUTOMOTIVE_DESIGN'"), 'AUTOMOTIVE_DESIGN'],
    ['of an old version', model.replace("'IFC4'", "'IFC2X2_FINAL'"), 'IFC2X2_FINAL'],
    ['cut in the middle', half, 'END-ISO-10303-21'],
    ['cut in the middle and closed', `${half}\nENDSEC;\nEND-ISO-10303-21;\n`, '语法'],
    ['with a text that doesn’t end', model.replace("'inner'", "'inner"), '语法'],
    ['with a comment that doesn’t end', model.replace('DATA;', 'DATA; /* '), '语法'],
    ['with noise', model.replace('DATA;', 'DATA;\n#1=\u0000(((;'), '语法'],
    [
      'with lists too deep to be read',
      model.replace('DATA;', `DATA;\n#9=X(${'('.repeat(40)}${')'.repeat(40)});`),
      '语法',
    ],
    ['that lacks a line', model.replace(/#21=.*\n/, ''), '#21 不在文件中'],
    [
      'that places things in a circle',
      model.replace(/#(\d+)=IFCLOCALPLACEMENT\(#\d+,/, '#$1=IFCLOCALPLACEMENT(#$1,'),
      '又引用自身',
    ],
    ['without a storey', stepFile('IFC4', ["#1=IFCPROJECT('p',$,'x',$,$,$,$,$,$);"]), 'IfcBuildingStorey'],
  ])('%s', async (_, text, said) => {
    const { code, err, wrote } = await imported('house.ifc', text);
    expect([code, wrote]).toEqual([3, false]);
    expect(err).toContain(said);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('is said in English too', async () => {
    const { err } = await imported('house.ifc', half, 'en');
    expect(err).toBe(
      'house.ifc: the file is cut off: END-ISO-10303-21 is not at its end. Export it or send it again.\n',
    );
  });
});

it('a file of 1,000,000 lines is read in seconds', async () => {
  const lines = Array.from({ length: 1_000_000 }, (_, n) => `#${n + 10_000}=IFCCARTESIANPOINT((0.,0.,0.));`);
  const { code } = await imported('house.ifc', house({ more: lines }));
  expect(code).toBe(0);
}, 60_000);

it('things that are parts of each other are read once', async () => {
  const more = [
    "#9001=IFCRELAGGREGATES('x',$,$,$,#9002,(#9003));",
    "#9004=IFCRELAGGREGATES('y',$,$,$,#9003,(#9002));",
    "#9002=IFCWALL('a',$,$,$,$,$,$,$,$);",
    "#9003=IFCWALL('b',$,$,$,$,$,$,$,$);",
  ];
  expect((await imported('house.ifc', house({ more }))).code).toBe(0);
});

it('IFCZIP is unpacked', async () => {
  const { code, wrote } = await imported('house.ifczip', zipOf('house.ifc', model));
  expect([code, wrote]).toEqual([0, true]);
});

describe('without web-ifc', () => {
  const missing = () => Promise.reject(Object.assign(new Error('no'), { code: 'ERR_MODULE_NOT_FOUND' }));
  it('people are told what to install', async () => {
    const error: unknown = await loadWebIfc(missing).catch((thrown: unknown) => thrown);
    if (!(error instanceof UsageError)) throw error;
    expect(error.text.zh).toContain('npm install web-ifc@0.0.78');
    expect(error.text.en).toContain('npm install web-ifc@0.0.78');
  });

  it('nor is another version taken', async () => {
    class Other {
      async Init() {}
      SetLogLevel() {}
      GetVersion() {
        return '0.0.77';
      }
    }
    const error: unknown = await loadWebIfc(async () => ({
      ...(await import('web-ifc')),
      IfcAPI: Other as never,
    })).catch((thrown: unknown) => thrown);
    if (!(error instanceof UsageError)) throw error;
    expect(error.text.en).toContain('0.0.77');
  });

  it('a fault of web-ifc itself isn’t taken for its absence', async () => {
    await expect(loadWebIfc(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  });
});
