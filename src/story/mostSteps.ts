/** Maximum number of steps of a story, enforced by the check and by the loader in a host's page. */
export const MOST_STEPS = 500
