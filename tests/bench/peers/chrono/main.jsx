// What an able reporter would put together from the two best known packages: a timeline of cards with the story's text,
// and a map beside it which flies to the place of the card that is chosen. Drawn by the browser, as such pages are.
import 'leaflet/dist/leaflet.css'
import 'react-chrono/dist/style.css'
import './page.css'
import { useEffect, useState } from 'react'
import { Chrono } from 'react-chrono'
import { createRoot } from 'react-dom/client'
import { CircleMarker, MapContainer, Polyline, Tooltip, useMap } from 'react-leaflet'
import story from 'told-story'

const point = (id) => [story.places[id].lat, story.places[id].lon]
const all = Object.keys(story.places).map(point)
const items = story.steps.map(({ label, heading, place, html }) => ({
  title: label,
  cardTitle: heading,
  cardSubtitle: place,
  cardDetailedText: html,
}))

function FlyTo({ place }) {
  const map = useMap()
  useEffect(
    function fly() {
      map.flyTo(point(place), 7, { duration: 0.8 })
    },
    [map, place],
  )
  return null
}

/** No tiles: they come from another server, and what they weigh would be added to this page. */
function RouteMap({ step }) {
  return (
    <MapContainer bounds={all} className="map" scrollWheelZoom={false}>
      {story.legs.map((leg, i) => leg.step <= step && <Polyline key={i} positions={[point(leg.from), point(leg.to)]} />)}
      {Object.entries(story.places).map(([id, { name }]) => (
        <CircleMarker key={id} center={point(id)} radius={5}>
          <Tooltip permanent>{name}</Tooltip>
        </CircleMarker>
      ))}
      {step > 0 && <FlyTo place={story.steps[step].placeId} />}
    </MapContainer>
  )
}

function Page() {
  const [step, setStep] = useState(0)
  return (
    <>
      <header>
        <p>{story.kicker}</p>
        <h1>{story.headline}</h1>
        <p>{story.dek}</p>
        <p>{story.byline}</p>
      </header>
      <main>
        <RouteMap step={step} />
        <div className="timeline">
          <Chrono
            items={items}
            mode="vertical"
            content={{ allowHTML: true, readMore: false }}
            layout={{ cardHeight: 'auto' }}
            display={{ scrollable: false }}
            onItemSelected={({ index }) => setStep(index)}
          />
        </div>
      </main>
      {story.end && (
        <footer>
          <h2>{story.end.heading}</h2>
          <div dangerouslySetInnerHTML={{ __html: story.end.html }} />
        </footer>
      )}
    </>
  )
}

createRoot(document.getElementById('root')).render(<Page />)
