/** Everything the bot says in Chinese, put together from its subjects. */
import type { Loose } from '../loose.ts';
import { checklist } from './checklist.ts';
import { conversation } from './conversation.ts';
import { dispatchAlerts } from './dispatch-alerts.ts';
import { dispatchCards } from './dispatch-cards.ts';
import { dispatchCommands } from './dispatch-commands.ts';
import { dispatchLinks } from './dispatch-links.ts';
import { dispatchVendors } from './dispatch-vendors.ts';
import { engine } from './engine.ts';
import { files } from './files.ts';
import { knowledge } from './knowledge.ts';
import { meetings } from './meetings.ts';
import { names } from './names.ts';
import { notices } from './notices.ts';
import { people } from './people.ts';
import { reporting } from './reporting.ts';
import { rooms } from './rooms.ts';
import { series } from './series.ts';
import { tickets } from './tickets.ts';

export const zh = {
  engine,
  ...names,
  ...knowledge,
  ...reporting,
  ...tickets,
  ...conversation,
  ...rooms,
  ...series,
  ...meetings,
  ...notices,
  ...people,
  ...checklist,
  ...files,
  dispatch: {
    ...dispatchCards,
    ...dispatchCommands,
    ...dispatchLinks,
    ...dispatchAlerts,
    ...dispatchVendors,
  },
};

/** What every language has to say. */
export type Texts = Loose<typeof zh>;
