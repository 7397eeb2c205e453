import { acuteBeds } from '../figures/acute-beds.ts';
import { exitBlock } from '../figures/exit-block.ts';
import { fromFigures, type Question } from './question.ts';

export const occupancy: Question = {
  asks: 'How full is the hospital: in which weeks over 92% and 95%?',
  needs: 'the number of acute beds; a mild or a severe winter is a scenario of its own, to be compared',
  answer: (result) => fromFigures(acuteBeds(result)),
};

export const market: Question = {
  asks: 'What does a short home-care market hold up, and which beds does it cost?',
  needs: 'a service whose people go on to another; a market 10% or 20% worse is a scenario of its own, to be compared',
  differs: [{ measure: 'exit-block-beds', of: 'service' }, { measure: 'exit-blocked', of: 'service' }],
  answer: (result) => fromFigures(exitBlock(result)),
};
