// Building of the project's facts.

import { child } from '../../source/place/pointer.js';
import { type BuildContext, placeAt } from '../build/context.js';
import type { RawProject } from '../read/document.js';
import type { Fact, Project } from './model.js';

/** Returns what the plan states of its project, each fact with its place. */
export function buildProject(raw: RawProject, context: BuildContext): Project {
  return {
    phase: raw.phase,
    facts: factsIn(raw, '', '/project', context),
    tracks: (raw.tracks ?? []).map((track, index) => ({
      ...track,
      place: placeAt(context, '/project', 'tracks', index),
    })),
    place: context.placeOf('/project'),
  };
}

function factsIn(value: unknown, path: string, pointer: string, context: BuildContext): Fact[] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return [{ path, value, place: context.placeOf(pointer) }];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return value.length === 0 ? [] : [{ path, value, place: context.placeOf(pointer) }];
  return Object.entries(value).flatMap(([key, member]) =>
    factsIn(member, path === '' ? key : `${path}.${key}`, child(pointer, key), context),
  );
}
