// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { publicAddress } from '../../../src/project/address.ts'

describe('the public address', () => {
  it('is a folder, however it is written', () => {
    expect(publicAddress(undefined, 'DATELINES_URL')).toBeUndefined()
    expect(publicAddress('', 'DATELINES_URL')).toBeUndefined()
    for (const written of ['', '/', '/index.html'])
      expect(publicAddress(`https://example.org/explainers${written}`, 'DATELINES_URL')).toBe(
        'https://example.org/explainers/',
      )
    expect(publicAddress('http://localhost:8080', 'DATELINES_URL')).toBe('http://localhost:8080/')
    expect(publicAddress('https://пример.example/новости', 'DATELINES_URL')).toMatch(/^https:\/\/xn--.*\/$/)
  })

  it('is named when it is none, with what to write instead', () => {
    expect(() => publicAddress('example.org/explainers', 'DATELINES_URL')).toThrow(
      'DATELINES_URL is “example.org/explainers”, which is no address of a folder on the web: write https://example.org/explainers/',
    )
    expect(() => publicAddress('localhost:8080', 'DATELINES_URL')).toThrow('write https://localhost:8080/')
    for (const written of ['/explainers/', 'file:///srv/', 'javascript:alert(1)', 'https://example.org/?a=b'])
      expect(() => publicAddress(written, 'DATELINES_URL')).toThrow('DATELINES_URL is')
  })
})
