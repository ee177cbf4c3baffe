import type { Verdict } from './house.ts'

/** What the lockfile says of one package, in npm's words. */
export type Locked = {
  readonly version?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

export type Lockfile = { readonly packages: Readonly<Record<string, Locked>> }

type Missing = { readonly place: string; readonly wanted: string; readonly by: Locked }

/**
 * The lockfile names every package that any machine may need. npm leaves out the parts for other machines when
 * the registry at hand does not have them, and then `npm ci` refuses the lockfile everywhere.
 */
export function checkLockfile(lock: Lockfile): Verdict {
  const faults = missingFrom(lock).map(({ place, wanted }) => ({
    path: 'package-lock.json',
    line: 1,
    says: `${place} ${wanted} is left out: run "node scripts/complete-lock.ts"`,
  }))
  return { fine: `${Object.keys(lock.packages).length} packages, none left out for any machine`, faults }
}

/** The lockfile with the left-out parts named, each for the machine that its name tells. */
export function completeLockfile(lock: Lockfile): Lockfile {
  const added = missingFrom(lock).map(({ place, wanted, by }) => [place, partFor(place, wanted, by)] as const)
  const packages = [...Object.entries(lock.packages), ...added]
  const sorted = packages.toSorted(([one], [other]) => one.localeCompare(other, 'en'))
  return { ...lock, packages: Object.fromEntries(sorted) }
}

function missingFrom({ packages }: Lockfile): Missing[] {
  return Object.entries(packages).flatMap(([place, by]) =>
    Object.entries(by.optionalDependencies ?? {})
      .filter(([name]) => !isFound(packages, place, name))
      .map(([name, wanted]) => ({ place: `node_modules/${name}`, wanted, by })),
  )
}

/** As Node looks: in the package's own folder, then in each one around it. */
function isFound(packages: Lockfile['packages'], place: string, name: string): boolean {
  const own = place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`
  if (packages[own]) return true
  if (place === '') return false
  return isFound(packages, place.replace(/\/?node_modules\/(?:@[^/]+\/)?[^/]+$/, ''), name)
}

function partFor(place: string, wanted: string, by: Locked): Locked {
  const [, os, cpu, rest] =
    /(android|darwin|freebsd|linux|openbsd|openharmony|win32)-([a-z0-9]+)-?(.*)$/.exec(place) ?? []
  if (!os || !cpu || !/^\d/.test(wanted))
    throw new Error(`${place} ${wanted}: its name does not tell the machine.`)
  const libc = rest === 'gnu' && os === 'linux' ? 'glibc' : rest
  return {
    version: wanted,
    cpu: [cpu],
    ...(by.dev ? { dev: true } : {}),
    ...(libc === 'glibc' || libc === 'musl' ? { libc: [libc] } : {}),
    optional: true,
    os: [os],
  }
}
