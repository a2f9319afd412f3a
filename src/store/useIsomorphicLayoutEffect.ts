import { useEffect, useLayoutEffect } from 'react'

/** A layout effect in the browser. On the server there is no layout to come before, and React says so. */
export const useIsomorphicLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect
