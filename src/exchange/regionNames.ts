/** Which region a box of a drawing stands in, by what is written on it. */

import { type RegionId, regionIds } from '../design/design.ts';

/** Cities and countries in both languages, and what clouds call the place. Lower case. */
const names: Readonly<Record<RegionId, readonly string[]>> = {
  'us-east': ['us east', 'virginia', 'new york', 'us-east-1', 'us-east1', '버지니아', '미국 동부'],
  'us-west': ['us west', 'oregon', 'california', 'us-west-2', 'us-west1', '오리건', '미국 서부'],
  ireland: ['ireland', 'dublin', 'eu-west-1', 'europe-west1', '아일랜드'],
  frankfurt: ['frankfurt', 'germany', 'eu-central-1', 'europe-west3', '프랑크푸르트', '독일'],
  seoul: ['seoul', 'korea', 'ap-northeast-2', 'asia-northeast3', '서울', '한국'],
  tokyo: ['tokyo', 'japan', 'ap-northeast-1', 'asia-northeast1', '도쿄', '일본'],
  singapore: ['singapore', 'ap-southeast-1', 'asia-southeast1', '싱가포르'],
  sydney: ['sydney', 'australia', 'ap-southeast-2', 'australia-southeast1', '시드니', '호주'],
  'sao-paulo': ['sao paulo', 'são paulo', 'brazil', 'sa-east-1', 'southamerica-east1', '상파울루', '브라질'],
};

/** Null when nothing of the label is a place we know. */
export function regionNamed(label: string): RegionId | null {
  const text = label.normalize('NFC').toLowerCase().replace(/[_/]+/g, ' ');
  return regionIds.find((id) => text.includes(id) || names[id].some((name) => text.includes(name))) ?? null;
}
