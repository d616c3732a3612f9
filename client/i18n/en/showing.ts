import type { Messages } from '../messages.ts';

export const showing: Messages['showing'] = {
  present: {
    label: 'Figures on a screen',
    hint: 'Left and right arrows change the figure, Esc leaves',
    lead: 'Overview',
    position: (at, of) => `|${at}| of ${of}`,
    previous: 'Previous figure',
    next: 'Next figure',
    leave: 'Stop presenting',
    say: (at, of, name) => `Figure ${at} of ${of}: ${name}`,
    nothing: 'Nothing matches the filters',
  },
};
