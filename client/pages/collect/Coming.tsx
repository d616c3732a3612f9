/** The place of a field that comes a moment later, so that what stands below does not move much. */
export const Coming = () => <div class="coming" aria-hidden="true" />;
