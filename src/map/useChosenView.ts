import { useCallback, useState } from 'react'
import type { ActiveStep } from '../store/store.ts'
import type { View } from '../story/map.ts'
import type { Rect } from '../story/projection.ts'

/** A view chosen by the reader, until the next step or card. */
interface ChosenView {
  active: ActiveStep
  itinerary: string[] | undefined
  view: View | Rect
  /** Animated when chosen by a button, not when dragged */
  flies: boolean
}

/** The view that the reader has chosen at this step with this card, if any, and a function that chooses another. */
export function useChosenView(active: ActiveStep, itinerary: string[] | undefined) {
  const [last, setChosen] = useState<ChosenView>()
  const chosen = last?.active === active && last.itinerary === itinerary ? last : undefined
  const show = useCallback(
    (view: View | Rect, flies: boolean) => setChosen({ active, itinerary, view, flies }),
    [active, itinerary],
  )
  return { chosen, show }
}
