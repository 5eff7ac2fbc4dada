import { missing, MISSING, type PreparedOffice } from './holdings.js';
import type { Operation } from './operations.js';
import type { Principal } from './principals.js';
import type { About, Ask, Recipe, Subject } from './recipe.js';

/** One request of the matrix. */
export interface Cell {
  operation: Operation;
  who: Principal;
  relation: string;
  state: string;
  ask: Ask;
  /** Tells cells apart and is the same on every database. */
  name: string;
}

interface Pairing {
  relation: string;
  parent: Subject;
  child?: Subject;
}

/** Every request to be made of one operation by one principal. */
export function cellsOf(
  operation: Operation,
  recipe: Recipe,
  who: Principal,
  office: PreparedOffice,
): Cell[] {
  const none = missing(office);
  const pairings =
    recipe.about === 'nothing'
      ? [{ relation: '', parent: office.lead }]
      : pairingsOf(recipe, who, office, none);
  return pairings.flatMap(({ relation, parent, child = parent }: Pairing) => {
    const isMissing = parent.tasks.signed.id === MISSING;
    const asked = recipe.ask({ parent, child, office: isMissing ? none : office, who });
    return [asked].flat().map((ask, place) => {
      const named = { relation: ask.relation ?? relation, state: ask.state ?? '' };
      const name = [operation.name, who.name, named.relation, named.state, place].join(' ');
      return { operation, who, ask, name, ...named };
    });
  });
}

function pairingsOf(recipe: Recipe, who: Principal, office: PreparedOffice, none: PreparedOffice): Pairing[] {
  const { lead, other } = office;
  const subjects = isOfDepartment(who)
    ? subjectsOf(recipe.about, who, office)
    : officeSubjects(recipe.about, office);
  const whole = [...subjects, { relation: 'missing', parent: none.lead }];
  if (recipe.nested === undefined) return whole;
  return [
    ...whole,
    { relation: 'foreign-child', parent: lead, child: other },
    { relation: 'missing-child', parent: lead, child: none.lead },
    { relation: 'foreign-parent', parent: other, child: lead },
  ];
}

/** The office and those who may come in nowhere are asked about both departments' things. */
function officeSubjects(about: About, { lead, other }: PreparedOffice): Pairing[] {
  const one = { relation: 'any', parent: lead };
  return about === 'office' ? [one] : [one, { relation: 'any', parent: other }];
}

function subjectsOf(about: About, { name }: Principal, { lead, support, other }: PreparedOffice): Pairing[] {
  if (about === 'office') return [{ relation: 'any', parent: lead }];
  if (about === 'task') {
    return [
      { relation: name === 'SUPPORT' ? 'support' : 'own', parent: lead },
      { relation: 'other', parent: other },
    ];
  }
  if (about === 'evidence' && name !== 'SUPPORT') {
    return [
      { relation: 'own', parent: lead },
      { relation: 'support', parent: support },
      { relation: 'other', parent: other },
    ];
  }
  const own = name === 'SUPPORT' ? support : lead;
  const foreign = name === 'SUPPORT' ? lead : support;
  const subjects = [own, foreign, other].map((parent) => ({
    relation: parent === own ? 'own' : 'other',
    parent,
  }));
  // The supporting department was never reminded, so nobody can be asked about its notices.
  return about !== 'notice' ? subjects : subjects.filter(({ parent }) => parent !== support);
}

function isOfDepartment({ name }: Principal): boolean {
  return name === 'LIAISON' || name === 'HEAD' || name === 'SUPPORT';
}
