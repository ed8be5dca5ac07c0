import { mishapsKo } from '../fields.ko.ts';
import type { KindFieldText } from '../kindText.ts';
import type { objectStorageSpec } from './spec.ts';

export const objectStorageFieldsKo: KindFieldText<typeof objectStorageSpec> = {
  fields: {
    p50Ms: { label: '응답 시간(중앙값)', help: '응답의 절반은 이보다 빠릅니다.' },
    p99Ms: { label: '응답 시간(p99)', help: '백 번에 한 번은 이보다 오래 걸립니다.' },
    readLimit: { label: '접두사당 읽기', help: '넘치면 503 Slow Down으로 돌려보냅니다.' },
    writeLimit: { label: '접두사당 쓰기', help: '넘치면 503 Slow Down으로 돌려보냅니다.' },
    prefixes: { label: '접두사 수', help: '이름을 이만큼의 접두사에 나눕니다. 접두사마다 한도가 따로 있습니다.' },
    objectKB: { label: '파일 크기', help: '저장 용량과 비용을 계산할 때 씁니다. 걸리는 시간은 바뀌지 않습니다.' },
    copySeconds: { label: '복제까지', help: '연결된 다른 스토리지에 파일이 복제되기까지의 시간입니다.' },
    ...mishapsKo,
  },
  metrics: {
    reads: '읽은 파일',
    writes: '저장한 파일',
    slowDowns: 'Slow Down 응답',
    storedGB: '저장 용량(GB)',
    uncopied: '아직 복제되지 않은 파일',
  },
};
