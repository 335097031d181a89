/** What no single part of a profile shows: rules that leave somebody out, or contradict one another. Pure. */
import type { Category } from '../../bot/types.ts';
import { rungId } from './ladder.ts';
import type { ProfileData } from './profile.ts';
import type { Condition } from './profile-basics.ts';
import { duties, type ReferenceFault } from './profile-references.ts';
import { leaveFault } from './roster-plan.ts';

export function contradictions(profile: ProfileData): ReferenceFault[] {
  return [
    ...checkLastRule(profile),
    ...checkLadder(profile),
    ...checkSkills(profile),
    ...checkCategories(profile),
    ...checkOverlaps(profile),
    ...checkRoster(profile),
  ];
}

/** What the profile speaks of and no rule sends on must find somebody in the default team; of other categories it makes what it can. */
function checkCategories(profile: ProfileData): ReferenceFault[] {
  const { teams, routing, defaultTeam } = profile;
  const rules = [...routing, ...profile.sla].flatMap(({ when }) => when.category ?? []);
  const named = new Set([...rules, ...profile.systems.map(({ category }) => category)]);
  return [...named].flatMap((category): ReferenceFault[] => {
    if (routing.some(({ when }) => isAbout(when, category))) return [];
    const members = teams.find(({ id }) => id === defaultTeam)?.members ?? [];
    if (members.some(({ skills }) => skills.length === 0 || skills.includes(category))) return [];
    const expected = `expected a rule for ${category}, or a member who has that skill`;
    return [
      { path: ['defaultTeam'], message: `found ${JSON.stringify(defaultTeam)} for ${category}, ${expected}` },
    ];
  });
}

/** Whether every ticket of the category comes to the rule, whoever opens it and wherever. */
function isAbout({ category, ...others }: Condition, wanted: Category): boolean {
  const isOpen = Object.values(others).every((value) => value === undefined);
  return isOpen && (category === undefined || category.includes(wanted));
}

/** At one moment one shift runs, and one period of assurance. */
function checkOverlaps({ roster, assurance }: ProfileData): ReferenceFault[] {
  const shifts = roster?.shifts ?? [];
  const minutes = shifts.map(({ from, to }) => minutesOf(from, to));
  const doubled = shifts.flatMap(({ id }, index): ReferenceFault[] => {
    const other = minutes
      .slice(0, index)
      .findIndex((one) => one.some((minute) => minutes[index]?.includes(minute)));
    const path = ['roster', 'shifts', index];
    return other < 0
      ? []
      : [
          {
            path,
            message: `found ${JSON.stringify(id)} at the time of ${shifts[other]?.id}, expected shifts that do not overlap`,
          },
        ];
  });
  const periods = assurance.flatMap(({ name, from, to }, index): ReferenceFault[] => {
    const other = assurance.slice(0, index).find((one) => one.from <= to && from <= one.to);
    const path = ['assurance', index];
    return other
      ? [
          {
            path,
            message: `found ${JSON.stringify(name)} in the days of ${other.name}, expected periods that do not overlap`,
          },
        ]
      : [];
  });
  return [...doubled, ...periods];
}

/** The minutes of the day from one time to another, past midnight where `to` is not after `from`. */
function minutesOf(from: string, to: string): number[] {
  const at = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const length = (at(to) - at(from) + 1440) % 1440 || 1440;
  return Array.from({ length }, (_, index) => (at(from) + index) % 1440);
}

/** A category is routed to a team in which somebody can do it; members without listed skills can do anything. */
function checkSkills({ teams, routing }: ProfileData): ReferenceFault[] {
  return routing.flatMap(({ when, team: id, vendor }, index): ReferenceFault[] => {
    const members = teams.find((team) => team.id === id)?.members;
    if (vendor !== undefined || members === undefined || members.some(({ skills }) => skills.length === 0))
      return [];
    const known = members.flatMap(({ skills }) => skills);
    return (when.category ?? [])
      .filter((category) => !known.includes(category))
      .map((category) => ({
        path: ['routing', index, 'team'],
        message: `found ${JSON.stringify(id)} for ${category}, expected a team in which somebody has that skill`,
      }));
  });
}

/** A rung that names people whom the profile does not know would be told to nobody. */
function checkLadder(profile: ProfileData): ReferenceFault[] {
  const { contacts, vendors, escalation } = profile;
  const known = {
    manager: contacts.manager !== undefined,
    unit_lead: contacts.unit_lead !== undefined,
    vendor: vendors.length > 0,
  };
  const nobody = escalation.flatMap((rung, index) =>
    rung.notify.flatMap((role, place): ReferenceFault[] => {
      if (!(role in known) || known[role as keyof typeof known]) return [];
      const wanted = role === 'vendor' ? 'a vendor under vendors' : `contacts.${role}`;
      return [
        {
          path: ['escalation', index, 'notify', place],
          message: `found ${JSON.stringify(role)}, expected ${wanted} to say who that is`,
        },
      ];
    }),
  );
  const names = escalation.map((rung) => JSON.stringify([rung.target, rungId(rung), rung.when]));
  const twice = names.flatMap((name, index): ReferenceFault[] =>
    names.indexOf(name) === index
      ? []
      : [{ path: ['escalation', index], message: 'found the same rung twice, expected each once' }],
  );
  return [...nobody, ...twice];
}

/** A shift that a turn names must be there; who stands in must be known, and able to do the work. */
function checkRoster(profile: ProfileData): ReferenceFault[] {
  const shifts = new Set((profile.roster?.shifts ?? []).map(({ id }) => id));
  const unknown = duties(profile).flatMap(({ duty, path }): ReferenceFault[] =>
    duty.shift === undefined || shifts.has(duty.shift)
      ? []
      : [
          {
            path: [...path, 'shift'],
            message: `found ${JSON.stringify(duty.shift)}, expected one of roster.shifts`,
          },
        ],
  );
  const leave = profile.leave.flatMap((one, index): ReferenceFault[] => {
    const fault = leaveFault(profile, one, profile.leave.slice(0, index));
    if (fault === null) return [];
    const found = JSON.stringify(one[fault.field]);
    return [{ path: ['leave', index, fault.field], message: `found ${found}, ${fault.message}` }];
  });
  return [...unknown, ...leave];
}

/** A ticket that no rule fits would have no targets. */
function checkLastRule(profile: ProfileData): ReferenceFault[] {
  const last = profile.sla.length - 1;
  const open = Object.keys(profile.sla[last]?.when ?? {}).length === 0;
  return open
    ? []
    : [{ path: ['sla', last], message: 'expected the last rule to have no «when», so that one always fits' }];
}
