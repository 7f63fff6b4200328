/** A publication as far as we know it; `link` is null where no stable address was at hand. */
export interface Citation {
  readonly authors: string;
  /** Null where only an abstract without a year was at hand. */
  readonly year: number | null;
  readonly link: string | null;
}

const doi = (id: string): string => `https://doi.org/${id}`;
const arxiv = (id: string): string => `https://arxiv.org/abs/${id}`;

export const SOURCES = {
  seismic: {
    authors: 'Zhao, Erdogdu, He, Rajaraman & Leskovec (SEISMIC)',
    year: 2015,
    link: arxiv('1506.02594'),
  },
  tideh: { authors: 'Kobayashi & Lambiotte (TiDeH)', year: 2016, link: arxiv('1603.09449') },
  sirHawkes: {
    authors: 'Rizoiu, Mishra, Kong, Carman & Xie (SIR-Hawkes)',
    year: 2018,
    link: arxiv('1711.01679'),
  },
  influenceTail: {
    authors: 'Kong, Ram & Rizoiu (evently, generate_user_influence)',
    year: 2021,
    link: 'https://github.com/behavioral-ds/evently',
  },
  repostVolume: { authors: 'Fujita et al.', year: 2018, link: arxiv('1808.00810') },
  weiboReposts: { authors: 'Yu, Asur & Huberman', year: 2011, link: arxiv('1107.3522') },
  broadcast: { authors: 'Goel et al.', year: 2015, link: doi('10.1287/mnsc.2015.2158') },
  hotSearch: { authors: 'Cui & Kertész', year: 2022, link: arxiv('2203.14802') },
  angerWeibo: { authors: 'Fan, Xu & Zhao', year: 2016, link: arxiv('1608.03656') },
  angerReposts: { authors: 'Chuai & Zhao', year: 2022, link: doi('10.3389/fphy.2022.970174') },
  metaAnalysis: { authors: 'Ma & Zhan', year: 2016, link: doi('10.1080/1062726X.2016.1166367') },
  thunder: { authors: 'Arpan & Roskos-Ewoldsen', year: 2005, link: null },
  thunderProduct: { authors: 'Beldad et al.', year: 2018, link: doi('10.1111/1468-5973.12172') },
  thunderNull: { authors: 'Bekenkamp (thesis, no effect found)', year: 2017, link: null },
  speaker: { authors: 'Tkalac Verčič, Verčič & Coombs', year: 2018, link: null },
  inquiry: { authors: 'Heinze, Uhlmann & Diermeier', year: 2014, link: null },
  refutationFades: { authors: 'Lu et al.', year: 2022, link: doi('10.3389/fpubh.2022.765581') },
  refutationEvidence: { authors: 'Wang, Chao & Yu', year: 2021, link: doi('10.3389/fpubh.2021.770111') },
  risingPhase: { authors: 'Yu, Ye & Zhang, Mathematics 13(10):1582', year: 2025, link: null },
  clusters: { authors: 'Laufer & Coombs', year: 2006, link: null },
  weiboAnswers: {
    authors:
      '"How organization response influences public sentiment and behavior in online crises" (abstract)',
    year: null,
    link: 'https://discovery.researcher.life/article/how-organization-response-influences-public-sentiment-and-behavior-in-online-crises-the-role-of-response-strategies-tenor-of-discourse-and-executives/7d55c9a6e48c31b29413099d20b453fe',
  },
  firstHour: { authors: 'IATA guidance as summarised by prcg.com', year: 2019, link: null },
  officialDeadlines: { authors: '国务院办公厅政务舆情回应实施细则', year: 2016, link: null },
} satisfies Record<string, Citation>;
