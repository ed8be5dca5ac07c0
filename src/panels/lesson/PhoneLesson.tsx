import { useLateText } from '../../i18n/lateText.ts';
import { campaignId } from '../../lessons/campaign.ts';
import { useSession } from '../../store/hooks.ts';
import { CampaignCard } from './CampaignCard.tsx';
import { LessonCard } from './LessonCard.tsx';
import { lessonText } from './lessonText.ts';
import styles from './PhoneLesson.module.css';

/** On a phone a lesson can be read, guessed at and run, and what is to be built is shown; a campaign is built by its buttons. */
export function PhoneLesson() {
  const words = useLateText(lessonText);
  const isCampaign = useSession(({ lesson }) => lesson === campaignId);
  return (
    <div className={styles.phone}>
      {isCampaign ? (
        <CampaignCard />
      ) : (
        <>
          <LessonCard />
          <p className={styles.phoneNote}>{words.phone}</p>
        </>
      )}
    </div>
  );
}
