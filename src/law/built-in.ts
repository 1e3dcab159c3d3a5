// The law packs that come with sitecam.

import type { PackFiles } from './complete-pack.js';
import orderCapture from './packs/cn-799-2025/capture.json' with { type: 'json' };
import orderCategories from './packs/cn-799-2025/categories.json' with { type: 'json' };
import orderClauses from './packs/cn-799-2025/clauses.json' with { type: 'json' };
import orderIdentity from './packs/cn-799-2025/pack.json' with { type: 'json' };
import orderPenalties from './packs/cn-799-2025/penalties.json' with { type: 'json' };
import orderProhibitions from './packs/cn-799-2025/prohibitions.json' with { type: 'json' };
import orderRequirements from './packs/cn-799-2025/requirements.json' with { type: 'json' };
import orderSigns from './packs/cn-799-2025/signs.json' with { type: 'json' };
import orderTracks from './packs/cn-799-2025/tracks.json' with { type: 'json' };
import venueCategories from './packs/cn-entertainment/categories.json' with { type: 'json' };
import venueClauses from './packs/cn-entertainment/clauses.json' with { type: 'json' };
import venueFittings from './packs/cn-entertainment/fittings.json' with { type: 'json' };
import venueIdentity from './packs/cn-entertainment/pack.json' with { type: 'json' };
import venueRequirements from './packs/cn-entertainment/requirements.json' with { type: 'json' };
import nmCapture from './packs/nm-2017/capture.json' with { type: 'json' };
import nmCategories from './packs/nm-2017/categories.json' with { type: 'json' };
import nmClauses from './packs/nm-2017/clauses.json' with { type: 'json' };
import nmCriteria from './packs/nm-2017/criteria.json' with { type: 'json' };
import nmIdentity from './packs/nm-2017/pack.json' with { type: 'json' };
import nmPenalties from './packs/nm-2017/penalties.json' with { type: 'json' };
import nmPoints from './packs/nm-2017/point-protection.json' with { type: 'json' };
import nmProhibitions from './packs/nm-2017/prohibitions.json' with { type: 'json' };
import nmRequirements from './packs/nm-2017/requirements.json' with { type: 'json' };

/** Law packs that come with sitecam, as their own files have them, without what packs share. */
export const BUILT_IN_PACKS: readonly PackFiles[] = [
  {
    ...nmIdentity,
    criteria: nmCriteria,
    pointProtection: nmPoints,
    clauses: nmClauses,
    penalties: nmPenalties,
    categories: nmCategories,
    prohibitions: nmProhibitions,
    capture: nmCapture,
    requirements: nmRequirements,
  },
  {
    ...orderIdentity,
    clauses: orderClauses,
    penalties: orderPenalties,
    categories: orderCategories,
    prohibitions: orderProhibitions,
    capture: orderCapture,
    tracks: orderTracks,
    requirements: orderRequirements,
    signs: orderSigns,
  },
  {
    ...venueIdentity,
    clauses: venueClauses,
    categories: venueCategories,
    fittings: venueFittings,
    requirements: venueRequirements,
  },
];
