/** The posts of the WordPress that `try.ts` starts: one for each way an explainer comes into a page. */
import { type EmbedOptions, frameSnippet, loaderSnippet } from '../../src/embed/loader/snippets.ts'

interface Post {
  title: string
  slug: string
  /** An editor may write raw HTML, an author may not: WordPress takes it out */
  author: 'editor' | 'author'
  content: string
}

/** `site`: address of the explainers; `listed`: of the story whose server is on WordPress’s list of providers. */
export function postsAbout(site: string, listed: string): Post[] {
  const address = `${site}belarus-prisoners/`
  const options = (mode: EmbedOptions['mode']): EmbedOptions => ({
    address,
    loader: `${site}embed.js`,
    title: 'How 123 prisoners left Belarus',
    mode,
    language: 'en',
    theme: 'auto',
  })
  const ways: [slug: string, title: string, author: Post['author'], embedded: string][] = [
    ['address', 'The address, pasted', 'editor', pasted(address, 'wp-embed')],
    ['address-by-an-author', 'The address, pasted by an author', 'author', pasted(address, 'wp-embed')],
    ['address-of-a-listed-provider', 'The address, of a provider on the list', 'editor', pasted(listed, 'rich')],
    ['iframe', 'The iframe snippet', 'editor', html(frameSnippet(options('click')))],
    ['loader', 'The loader snippet, to click through', 'editor', html(loaderSnippet(options('click')))],
    ['loader-to-scroll', 'The loader snippet, to scroll past', 'editor', html(loaderSnippet(options('scroll')))],
    ['iframe-by-an-author', 'What an author keeps of the iframe', 'author', html(frameSnippet(options('click')))],
    ['loader-by-an-author', 'What an author keeps of the loader', 'author', html(loaderSnippet(options('click')))],
  ]
  const classic: [slug: string, title: string, code: string][] = [
    ['address', 'The address', address],
    ['iframe', 'The iframe snippet', frameSnippet(options('click'))],
    ['loader', 'The loader snippet', loaderSnippet(options('click'))],
  ]
  return [
    ...ways.map(([slug, title, author, embedded]) => ({
      slug,
      title,
      author,
      content: [paragraph(BEFORE), embedded, paragraph(AFTER), paragraph(AFTER)].join('\n\n'),
    })),
    ...classic.map(
      ([slug, title, code]): Post => ({
        slug: `${slug}-in-the-classic-editor`,
        title: `${title}, in the classic editor`,
        author: 'editor',
        content: [BEFORE, code, AFTER, AFTER].join('\n\n'),
      }),
    ),
  ]
}

const BEFORE = 'This paragraph shows how wide the column of the text is, and where the explainer should begin and end.'
const AFTER =
  'After it the text goes on. Nothing may lie over it, and no gap may be before it. The link below leads to the next post.'

// What follows has the form in which the block editor keeps it.
const paragraph = (text: string) => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`

const html = (code: string) => `<!-- wp:html -->\n${code}\n<!-- /wp:html -->`

function pasted(address: string, type: string): string {
  const attributes = JSON.stringify({ url: address, type, providerNameSlug: 'datelines' })
  return `<!-- wp:embed ${attributes} -->
<figure class="wp-block-embed is-type-${type} is-provider-datelines wp-block-embed-datelines"><div class="wp-block-embed__wrapper">
${address}
</div></figure>
<!-- /wp:embed -->`
}
