import { renderToString } from 'react-dom/server'
import { Embed } from './embed/Embed.tsx'
import { Explainer } from './explainer/Explainer.tsx'
import type { Story } from './story/story.ts'

/** The explainer of `story` as complete HTML, ready to be taken over by `client.tsx`. `home`: to the story's folder. */
export function renderExplainer(story: Story, basemap: string, home: string): string {
  return renderToString(<Explainer story={story} basemap={basemap} home={home} />)
}

/** The embedded explainer, likewise. */
export function renderEmbed(story: Story, basemap: string): string {
  return renderToString(<Embed story={story} basemap={basemap} />)
}
