import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it that are missing; throws the system's error where it may not. (Node's own
 * recursive `mkdir` never comes back where the system says "no such folder" of a folder that is there, as /proc does.)
 */
export async function makeFolder(path: string, mode = 0o755): Promise<void> {
  if (await isFolder(path)) return
  if (dirname(path) !== path) await makeFolder(dirname(path))
  await mkdir(path, { mode }).catch(async (fault: unknown) => {
    if (!(await isFolder(path))) throw fault
  })
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false
}
