// Plans that once said something else when they were moved, turned, mirrored or written in another unit.

import { expect, test } from 'vitest';
import type { PlanDoc } from './document.js';
import { said } from './lint.js';
import { MOTIONS } from './motions.js';
import { certain, told } from './same.js';

const cases: readonly (readonly [name: string, plan: string])[] = [
  [
    'a camera near an opinion box of which it sees a strip of 5 cm past a wall, and a hairline along that wall',
    '{"sitecam":1,"site":{"name":"场","categories":["cultural-entertainment-venue"]},"levels":[{"id":"F1","zones":[{"id":"z2","kind":"nursing-room","designated":true,"polygon":[[0.817,0.139],[8.314,0.139],[8.314,2.322],[0.817,2.322]]},{"id":"z3","kind":"opinion-box","polygon":[[8.314,0.089],[2.403,0.089],[2.403,6.319],[8.314,6.319]]}],"walls":[],"openings":[],"devices":[{"id":"c4","at":[8.863,-1.885],"kind":"camera","height":0.3,"audio":"none","heading":-90,"tilt":60,"roll":90,"form":"fisheye","hfov":180}],"ceiling":99}]}',
  ],
  [
    'a view of 1.99 m² of undrawn space, with hairlines along the edge of a room',
    '{"sitecam":1,"site":{"name":"场","categories":["hospital"]},"levels":[{"id":"F1","ceiling":3,"zones":[{"id":"z2","kind":"office","polygon":[[0.428,0.232],[12.168,0.232],[12.168,4.722],[8.948,4.722],[8.948,13.852],[0.428,13.852]]}],"walls":[],"openings":[{"id":"d3","kind":"curtain","line":[[11.52,4.722],[10.24,4.722]],"film":"permanent","thickness":0.5,"head":2.4}],"devices":[{"id":"c7","at":[10.19,4.622],"kind":"camera","height":1e-06,"audio":"microphone","heading":0,"tilt":60,"hfov":120,"resolution":[100,10000]}]}]}',
  ],
  [
    'a microphone that hears along a wall with a gap of 35 mm before it, whose foot lies on the grid beside the wall',
    '{"sitecam":1,"site":{"name":"场","categories":["residential-area"]},"levels":[{"id":"F1","zones":[{"id":"z2","kind":"nursing-room","polygon":[[0.766,0.859],[0.469,0.438],[0.587,0.578]],"enclosed":true}],"walls":[{"id":"w3","line":[[0.469,0.438],[0.709,0.77]]},{"id":"w4","line":[[0.804,0.832],[0.658,0.625]]},{"id":"w5","line":[[0.675,0.717],[-1.453,1.547],[0.587,0.578]],"material":"opaque"},{"id":"w6","line":[[0.586,0.577],[1.125,-1.703]]}],"openings":[],"devices":[{"id":"c8","at":[1.125,-1.703],"kind":"microphone","height":2,"video":"none"}],"ceiling":3}]}',
  ],
  [
    'a wall that ends 41 mm beside a room, whose way ahead runs on past its corner',
    '{"sitecam":1,"site":{"name":"场","categories":["residential-area"]},"levels":[{"id":"F1","ceiling":3,"openings":[],"devices":[],"zones":[{"id":"z2","kind":"nursing-room","polygon":[[0.8,1],[0.5,0.4],[0,0]]}],"walls":[{"id":"w4","line":[[0.8,1],[0.658,0.625]]},{"id":"w6","line":[[0.6,0.6],[1,0]]}]}]}',
  ],
  [
    'a camera on a wall, a hair above the heights that count, that looks along the wall',
    '{"sitecam":1,"site":{"name":"场","categories":["school"]},"levels":[{"id":"F1","openings":[],"ceiling":3,"zones":[{"id":"z4","kind":"vault","polygon":[[15.419,1.353],[9.33,1.353],[9.33,-0.868],[15.419,-0.868]]},{"id":"z7","kind":"consulting-room","polygon":[[18.606,-2.152],[15.111,-0.133],[15.111,-4.17]]}],"walls":[],"devices":[{"id":"c10","at":[13.624,1.353],"kind":"camera","height":2.0000001,"audio":"none","heading":90,"hfov":3,"vfov":90,"resolution":[2560,1440]}]}]}',
  ],
  [
    'a camera at the end of a wall beside a room whose edge another room crosses aslant',
    '{"sitecam":1,"site":{"name":"场","categories":["school"]},"levels":[{"id":"F1","openings":[],"ceiling":2,"zones":[{"id":"z4","kind":"vault","polygon":[[15.419,1.353],[9.33,1.353],[9.33,-0.868],[15.419,-0.868]]},{"id":"z6","kind":"make-up-room","polygon":[[22.169,0.669],[15.424,0.669],[15.424,1.353],[22.169,1.353]]},{"id":"z7","kind":"consulting-room","polygon":[[18.606,-2.152],[15.111,-0.133],[15.111,-4.17]]}],"walls":[{"id":"w9","line":[[15.424,0.6],[15.424,0.871]],"material":"opaque"}],"devices":[{"id":"c11","at":[15.424,0.6],"kind":"camera","height":1.9,"audio":"none","heading":90,"tilt":-30,"hfov":60,"form":"multi-sensor","sensors":[{"tilt":41,"hfov":30,"resolution":[1000,500],"heading":0}]}]}]}',
  ],
  [
    'an intercom that stands on the line of the wall of a room on a level beside its own',
    '{"sitecam":1,"site":{"name":"场","categories":["school"]},"levels":[{"id":"F1","ceiling":2.7,"elevation":0,"zones":[{"id":"z2","kind":"elevator-car","polygon":[[0.75,0.48],[2.81,0.48],[2.81,5.16],[0.75,5.16]],"name":"库房（原更衣室）","levels":["F1"]}],"walls":[],"openings":[],"devices":[]},{"id":"F4","ceiling":8,"zones":[],"walls":[],"openings":[],"devices":[{"id":"c8","at":[0.92,0.48],"kind":"intercom","height":2.0000001}]}]}',
  ],
  [
    'a room with a comb of teeth 8 mm wide, cut across by another room',
    '{"sitecam":1,"site":{"name":"场","categories":["hotel"]},"levels":[{"id":"F1","ceiling":3,"zones":[{"id":"z2","kind":"consulting-room","polygon":[[0.1,0.679],[6.4,0.679],[6.4,7.479],[4.68,7.479],[4.68,10.879],[0.1,10.879]],"name":"  "},{"id":"z4","kind":"nap-room","polygon":[[4.34,20.27],[4.376,20.27],[4.376,15.19],[4.372,10.11],[4.368,15.19],[4.364,10.11],[4.36,15.19],[4.356,10.11],[4.352,15.19],[4.348,10.11],[4.344,15.19],[4.34,10.11]]}],"walls":[],"openings":[],"devices":[]}]}',
  ],
  [
    'a room with a comb of teeth 12 mm wide, cut across by another wall',
    '{"sitecam":1,"site":{"name":"场","categories":["hotel"]},"levels":[{"id":"F1","zones":[{"id":"z2","kind":"yard","polygon":[[0.26,0.49],[0.26,12.56],[0.26,12.56],[-15.81,12.56],[-15.81,22.23],[-15.81,22.23],[-22.66,22.23],[-22.66,22.23],[-22.66,0.49]],"enclosed":false,"important":true},{"id":"z3","kind":"locker-area","polygon":[[-22.659,12.559],[-22.659,0.491],[-15.811,0.491],[-15.811,12.559]]},{"id":"z4","kind":"lobby","polygon":[[-17.4,26.49],[-17.358,26.49],[-17.358,15.17],[-17.364,3.85],[-17.37,15.17],[-17.376,3.85],[-17.382,15.17],[-17.388,3.85],[-17.394,15.17],[-17.4,3.85]],"secondary":true}],"walls":[{"id":"w8","line":[[-17.394,15.17],[-17.388,3.85]]}],"openings":[{"id":"d5","kind":"door","line":[[-17.18,0.491],[-17.4,0.491]]},{"id":"d6","kind":"door","line":[[-17.364,4.982],[-17.362,10.348]],"film":"permanent","thickness":0.7562468389514834},{"id":"d7","kind":"passage","line":[[-17.095,14.038],[-17.096,12.285]],"film":"permanent","thickness":0}],"devices":[],"ceiling":3}]}',
  ],
  [
    'an opening 1 mm long in a room 8 mm wide',
    '{"sitecam":1,"site":{"name":"场","categories":["hospital"]},"levels":[{"id":"F4","ceiling":8,"zones":[{"id":"z5","kind":"office","polygon":[[0.225,0.008],[0.224,0.016],[-7.183,-0.531],[-7.182,-0.539]],"secondary":true}],"walls":[],"openings":[{"id":"d8","kind":"curtain","line":[[-7.183,-0.532],[-7.183,-0.533]]}],"devices":[]}]}',
  ],
  [
    'a corridor that lies in the near area of a report box, but for a sliver along its wall',
    '{"sitecam":1,"site":{"name":"场","categories":["public-institution"]},"levels":[{"id":"F1","zones":[{"id":"z2","kind":"other","polygon":[[0.969,0.445],[5.975,1.975],[6.496,0.272],[1.49,-1.258]]},{"id":"z3","kind":"report-box","polygon":[[8.446,3.352],[7.208,7.401],[4.818,6.67],[6.056,2.621]]}],"walls":[],"openings":[],"devices":[{"id":"c7","at":[5.846,8.864],"kind":"camera","height":0,"audio":"none","heading":342.9999,"tilt":89.999,"form":"multi-sensor","sensors":[{"tilt":-34.27885894663632,"hfov":170,"resolution":[100,10000],"heading":343}]}],"elevation":0,"ceiling":8},{"id":"F4","zones":[{"id":"z5","kind":"polling-hall","polygon":[[2.524,4.874],[4.75,5.555],[3.814,8.618],[1.587,7.937]]},{"id":"z6","kind":"corridor","polygon":[[6.162,1.363],[9.151,2.277],[7.365,8.119],[4.989,7.393],[4.655,8.483],[4.043,8.296]],"enclosed":true,"levels":["F1","F4"]}],"walls":[],"openings":[],"devices":[{"id":"c8","at":[-36.68,8.476],"kind":"camera","height":2.8,"audio":"two-way","heading":291.63294064067304,"tilt":52.53829542081803,"roll":0,"resolution":[1920,1080],"tolerance":{"heading":0}},{"id":"c9","at":[4.901,6.238],"kind":"camera","height":2,"audio":"none","heading":343.9999,"tilt":80,"resolution":[1920,1080]}],"elevation":100,"ceiling":3}]}',
  ],
];

/** Returns what the plan says otherwise in any motion. */
function changes(plan: string): readonly string[] {
  const doc: PlanDoc = JSON.parse(plan);
  const drawn = certain(said(doc));
  expect(drawn.some((line) => line.startsWith('unreadable'))).toBe(false);
  return Object.entries(MOTIONS).flatMap(([motion, move]) => {
    const other = certain(said(move(doc)));
    // A plan of a few centimetres is refused in other units, as one whose unit is wrong.
    if (other.some((line) => line.startsWith('unreadable metres/'))) return [];
    return told(drawn, other).map((line) => `${motion}: ${line}`);
  });
}

test.each(cases)('%s says the same in every motion', (_, plan) => {
  expect(changes(plan)).toEqual([]);
});

// Wrong still: z3 is drawn with corners 1 mm apart, six in a row. Corners nearer than 3.5 mm become one, but never a whole
// chain of them; of equal steps which ones pair up goes by coordinates, since nothing in the drawing tells them apart.
test.fails('a camera on a room with a row of corners 1 mm apart says the same in every motion', () => {
  expect(
    changes(
      '{"sitecam":1,"site":{"name":"场","categories":["hotel"]},"levels":[{"id":"F1","zones":[{"id":"z2","kind":"guest-room","polygon":[[0.08,0.7],[0.08,0.7],[10.52,0.7],[10.52,4.81],[9.15,4.81],[9.15,4.81],[9.15,8.04],[0.08,8.04]]},{"id":"z3","kind":"care-room","polygon":[[-1.94,3.15],[-1.939,5.6],[-1.938,3.15],[-1.937,5.6],[-1.936,3.15],[-1.935,5.6],[-1.935,8.05],[-1.94,8.05]]},{"id":"z4","kind":"polling-hall","polygon":[[10.52,-0.945],[0.08,-0.945],[0.08,0.695],[10.52,0.695]],"roles":["elevator-car"]},{"id":"z5","kind":"crowd-area","name":"  ","polygon":[[8.37,5.22],[11.71,5.22],[11.71,7.7],[8.37,7.7]]},{"id":"z6","kind":"washroom","polygon":[[0.08,-0.945],[-1.937,5.6],[-2.236,3.895]],"public":true}],"walls":[],"openings":[],"devices":[{"id":"c7","at":[-1.935,5.84],"type":"t1","height":2,"heading":359.9999,"tilt":80},{"id":"c8","at":[-1.939,5.6],"type":"t0","height":0.3,"heading":270,"tilt":60},{"id":"c9","at":[11.71,6.01],"kind":"camera","height":1e-06,"audio":"none","heading":90.02338603115564,"tilt":15,"roll":45,"hfov":90,"resolution":[1000000,1000000]},{"id":"c10","at":[0.08,-0.945],"kind":"camera","height":1.4999999,"audio":"unknown","heading":-18.12794690951962,"tilt":30,"hfov":170,"vfov":50,"resolution":[1,1]}],"elevation":0,"ceiling":3}],"deviceTypes":{"t0":{"kind":"camera","audio":"none","pickup":0,"tilt":15,"resolution":[1,1],"form":"multi-sensor","sensors":[{"tilt":90,"hfov":5,"resolution":[100,10000],"heading":67.5},{"tilt":-30,"hfov":179.9,"resolution":[640,480],"heading":90},{"tilt":0,"hfov":0.1,"resolution":[100,10000],"heading":247.5}]},"t1":{"kind":"camera","audio":"microphone","tilt":-10,"resolution":[1,1],"form":"varifocal","varifocal":{"hfov":[3,63]},"masks":[{"polygon":[[0.94,0.745],[6.59,0.745],[6.59,2.985],[0.94,2.985]],"dynamic":true}]}}}',
    ),
  ).toEqual([]);
});
