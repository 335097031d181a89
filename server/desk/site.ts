/** Which of the desk's sites a place or a unit belongs to. */
import type { Profile, Site } from './profile.ts';

/**
 * The site whose id is given, or whose name, alias or building stands in the words (the longest one, where several do);
 * else the site of a department named in them. Null where nothing tells.
 */
export function siteOf(profile: Profile, words: string | null | undefined): Site | null {
  if (!words) return null;
  const byId = profile.sites.find((site) => site.id === words);
  return byId ?? longest(placeNames(profile), words) ?? longest(departmentNames(profile), words);
}

interface Named {
  name: string;
  site: Site;
}

function longest(names: readonly Named[], words: string): Site | null {
  let best: Named | null = null;
  for (const named of names)
    if (words.includes(named.name) && named.name.length > (best?.name.length ?? 0)) best = named;
  return best?.site ?? null;
}

function placeNames(profile: Profile): Named[] {
  return profile.sites.flatMap((site) =>
    [
      site.name,
      ...site.aliases,
      ...site.buildings,
      ...site.units,
      ...(site.address ? [site.address] : []),
    ].map((name) => ({
      name,
      site,
    })),
  );
}

function departmentNames(profile: Profile): Named[] {
  return profile.departments.flatMap((department) => {
    const site = profile.sites.find(({ id }) => 'site' in department && id === department.site);
    return site ? [department.name, ...department.aliases].map((name) => ({ name, site })) : [];
  });
}
