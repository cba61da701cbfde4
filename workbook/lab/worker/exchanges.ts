// The requests that the learner's app answers while the tests run, as they really were.
import { channel } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tellPage } from './page.ts'
import { currentTest } from './runner.ts'

interface Started {
  request: IncomingMessage
  response: ServerResponse
}

/** Tells the page of every request once it is answered, with the test that was running when it came. */
export function watchExchanges(): void {
  channel('http.server.request.start').subscribe((message) => {
    const { request, response } = message as Started
    const test = currentTest()
    response.once('finish', () => {
      const { method = '', url: path = '', headers } = request
      const exchange = {
        test,
        method,
        path,
        token: headers.authorization !== undefined,
        status: response.statusCode,
      }
      tellPage({ type: 'exchange', exchange })
    })
  })
}
