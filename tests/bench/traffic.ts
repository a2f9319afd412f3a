/** What goes over the line to a page and back. */
import type { CDPSession } from 'playwright'

export const KINDS = ['html', 'style', 'script', 'font', 'image', 'data'] as const
export type Kind = (typeof KINDS)[number]

const KIND_OF: Record<string, Kind> = {
  Document: 'html',
  Stylesheet: 'style',
  Script: 'script',
  Font: 'font',
  Image: 'image',
}

/** Requests and what came back over the line. */
export class Traffic {
  private readonly kinds = new Map<string, Kind>()
  private readonly bytes: Record<Kind, number> = { html: 0, style: 0, script: 0, font: 0, image: 0, data: 0 }
  private readonly open = new Set<string>()
  private foreign = 0
  private last = performance.now()

  follow(client: CDPSession, origin: string) {
    client.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
      if (!request.url.startsWith('http')) return
      if (request.url.startsWith(origin)) this.kinds.set(requestId, KIND_OF[type ?? ''] ?? 'data')
      else this.foreign += 1
      this.open.add(requestId)
    })
    client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const kind = this.kinds.get(requestId)
      if (kind) this.bytes[kind] += encodedDataLength
      this.end(requestId)
    })
    client.on('Network.loadingFailed', ({ requestId }) => this.end(requestId))
  }

  private end(requestId: string) {
    this.open.delete(requestId)
    this.last = performance.now()
  }

  /** ms since the last request was answered; nought while one is under way */
  quietFor(): number {
    return this.open.size > 0 ? 0 : performance.now() - this.last
  }

  sums() {
    return { requests: this.kinds.size, foreign: this.foreign, bytes: { ...this.bytes } }
  }
}
