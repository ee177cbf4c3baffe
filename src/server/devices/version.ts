import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'

/** The version of what this server serves. */
export const readVersion = (): string =>
  z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(new URL(packageFile, import.meta.url), 'utf8'))).version

const packageFile = '../../../package.json'

/** Whether one version is older than another, by their numbers (`0.9.1` before `0.10.0`); what has none is not. */
export function isOlder(one: string, other: string): boolean {
  const [numbers, others] = [numbersIn(one), numbersIn(other)]
  const at = numbers.findIndex((number, place) => number !== (others[place] ?? 0))
  return at !== -1 && (numbers[at] ?? 0) < (others[at] ?? 0)
}

const numbersIn = (version: string): readonly number[] =>
  (/^v?(\d+)\.(\d+)\.(\d+)/.exec(version) ?? []).slice(1).map(Number)
