import {
  BellRing,
  Bug,
  CarTaxiFront,
  Clapperboard,
  CreditCard,
  Gauge,
  Images,
  Link,
  type LucideIcon,
  MessageCircle,
  Newspaper,
  Ticket,
  Zap,
} from 'lucide-react';
import { useLateText } from '../../i18n/lateText.ts';
import type { PromptId } from '../../prompts/prompt.ts';
import { readyPrompts } from '../../prompts/registry.ts';
import { showPrompt } from '../../store/interview.ts';
import { usePromptTexts } from '../grading/promptWords.ts';
import styles from './Interview.module.css';
import { interviewText } from './interviewWords.ts';

const icons: Readonly<Record<PromptId, LucideIcon>> = {
  'url-shortener': Link,
  'news-feed': Newspaper,
  chat: MessageCircle,
  'rate-limiter': Gauge,
  video: Clapperboard,
  'flash-sale': Zap,
  ticketing: Ticket,
  photos: Images,
  'ride-hailing': CarTaxiFront,
  crawler: Bug,
  notifications: BellRing,
  payments: CreditCard,
};

/** The first sentence of a task says what is to be designed. */
const gist = (text: string): string => text.slice(0, `${text} `.indexOf('. ') + 1) || text;

/** The tasks one can choose, each with what is to be designed. */
export function PromptList() {
  const words = useLateText(interviewText);
  const texts = usePromptTexts();
  return (
    <>
      <p className={styles.soft}>{words.choose}</p>
      <ol className={styles.list}>
        {readyPrompts.map((id) => {
          const Icon = icons[id];
          const { title, text } = texts[id] ?? { title: id, text: '' };
          return (
            <li key={id}>
              <button type="button" className={styles.choice} data-prompt={id} onClick={() => void showPrompt(id)}>
                <Icon size={20} aria-hidden />
                <span className={styles.choiceName}>{title}</span>
                <span className={styles.gist}>{gist(text)}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </>
  );
}
