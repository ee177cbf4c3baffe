import type { Coming } from '#sync/engine/transport.ts'

/** Word of what has come is given each so many bytes: often enough to be seen moving on the thinnest line. */
const eachBytes = 8_192

/** The text of a body, read piece by piece; `coming` hears how much of it is here [S17]. Throws where it is cut. */
export async function readBody(response: Response, coming: (so: Coming) => void): Promise<string> {
  if (response.body === null) return response.text()
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  const of = lengthOf(response.headers)
  let text = ''
  let got = 0
  let told = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    text += decoder.decode(value, { stream: true })
    got += value.byteLength
    if (got - told < eachBytes) continue
    told = got
    coming({ got, of })
  }
}

/** The whole length, where it was said of the very bytes that are read: a body packed on its way is longer than said. */
function lengthOf(headers: Headers): number | null {
  const said = Number(headers.get('content-length') ?? 'none')
  return headers.has('content-encoding') || !Number.isInteger(said) ? null : said
}
