// The registry: every rule in one list.
import { rule as crossLevel } from './capture/cross-level.js';
import { rule as deviceInPrivateZone } from './capture/device-in-private-zone.js';
import { rule as soundFromPrivateZone } from './capture/sound-from-private-zone.js';
import { rule as unknownCapability } from './capture/unknown-capability.js';
import { rule as viewIntoPrivateZone } from './capture/view-into-private-zone.js';
import { rule as criterion } from './coverage/criterion.js';
import { rule as declared } from './coverage/declared.js';
import { rule as protectedPlaces } from './coverage/protected.js';
import { rule as standard } from './coverage/standard.js';
import { rule as system } from './coverage/system.js';
import { rule as categoryMismatch } from './plan/category-mismatch.js';
import { rule as deceptiveText } from './plan/deceptive-text.js';
import { rule as deviceInWall } from './plan/device-in-wall.js';
import { rule as deviceNameMismatch } from './plan/device-name-mismatch.js';
import { rule as doorToNowhere } from './plan/door-to-nowhere.js';
import { rule as duplicateId } from './plan/duplicate-id.js';
import { rule as headingAlongWall } from './plan/heading-along-wall.js';
import { rule as homeOutsideLimits } from './plan/home-outside-limits.js';
import { rule as implausibleFigure } from './plan/implausible-figure.js';
import { rule as impossibleDimension } from './plan/impossible-dimension.js';
import { rule as impossibleOptics } from './plan/impossible-optics.js';
import { rule as invalidId } from './plan/invalid-id.js';
import { rule as lightLeak } from './plan/light-leak.js';
import { rule as noGeometry } from './plan/no-geometry.js';
import { rule as openingBlocked } from './plan/opening-blocked.js';
import { rule as openingOnNoWall } from './plan/opening-on-no-wall.js';
import { rule as overlappingZones } from './plan/overlapping-zones.js';
import { rule as projectFact } from './plan/project-fact.js';
import { rule as selfCrossingRing } from './plan/self-crossing-ring.js';
import { rule as sliverView } from './plan/sliver-view.js';
import { rule as undividedRoom } from './plan/undivided-room.js';
import { rule as unknownCategory } from './plan/unknown-category.js';
import { rule as unknownKind } from './plan/unknown-kind.js';
import { rule as unknownReference } from './plan/unknown-reference.js';
import { rule as unknownRole } from './plan/unknown-role.js';
import { rule as unknownType } from './plan/unknown-type.js';
import { rule as unknownVersion } from './plan/unknown-version.js';
import { rule as unzonedDevice } from './plan/unzoned-device.js';
import { rule as unzonedView } from './plan/unzoned-view.js';
import { rule as zoneKindMismatch } from './plan/zone-kind-mismatch.js';
import { rule as requirement } from './project/requirement.js';
import { rule as stated } from './project/stated.js';
import { rule as track } from './project/track.js';
import { rule as fittings } from './rooms/fittings.js';
import type { Rule } from './rule.js';
import { rule as signsApproach } from './signs/approach.js';
import { rule as expired } from './waiver/expired.js';
import { rule as forbidden } from './waiver/forbidden.js';
import { rule as unknown } from './waiver/unknown.js';
import { rule as unused } from './waiver/unused.js';

/** Every rule, sorted by id in code units. */
export const rules: readonly Rule[] = [
  crossLevel,
  deviceInPrivateZone,
  soundFromPrivateZone,
  unknownCapability,
  viewIntoPrivateZone,
  criterion,
  declared,
  protectedPlaces,
  standard,
  system,
  categoryMismatch,
  deceptiveText,
  deviceNameMismatch,
  doorToNowhere,
  implausibleFigure,
  undividedRoom,
  unzonedDevice,
  deviceInWall,
  duplicateId,
  headingAlongWall,
  homeOutsideLimits,
  impossibleDimension,
  impossibleOptics,
  invalidId,
  lightLeak,
  noGeometry,
  openingBlocked,
  openingOnNoWall,
  overlappingZones,
  projectFact,
  selfCrossingRing,
  sliverView,
  unknownCategory,
  unknownKind,
  unknownReference,
  unknownRole,
  unknownType,
  unknownVersion,
  unzonedView,
  zoneKindMismatch,
  requirement,
  stated,
  track,
  fittings,
  signsApproach,
  expired,
  forbidden,
  unknown,
  unused,
].sort((a, b) => (a.id < b.id ? -1 : 1));
