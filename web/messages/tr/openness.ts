import type { Translation } from '../translation.js';

export const openness: Translation['openness'] = {
  how: {
    title: 'Nasıl çalışır?',
    lead: 'Yakındaki bir komşudan küçük bir yardım. Ücretsizdir ve sizi hiçbir şeye bağlamaz.',
    asking: {
      heading: 'Siz yardım istersiniz',
      steps: [
        'Neye ve ne zaman ihtiyacınız olduğunu anlatırsınız. En fazla 5 sorudur.',
        'E-posta ile bir kod alırsınız. Böylece siz olduğunuzu biliriz.',
        'Aynı anda birkaç komşuya sorarız. Onlar adınızı ve isteğinizi görür.',
        'Bir komşu evet derse kim olduğunu öğrenirsiniz. Uygun mu, siz söylersiniz.',
        'Komşunuz adresinizi ancak bundan sonra alır.',
      ],
    },
    helping: {
      heading: 'Siz yardım edersiniz',
      steps: [
        'Nerede oturduğunuzu, ne yapmak istediğinizi ve ne zaman olacağını söylersiniz.',
        'Size istediğinizden daha sık sormayız. Dinlenme saatinizde asla sormayız.',
        'Neden size sorduğumuzu okursunuz. Her zaman sebepsiz hayır diyebilirsiniz.',
        'Evet dedikten sonra zamanı ve yeri görürsünüz. Komşunuza mesaj yazabilirsiniz.',
        'Sonunda ikinize de işin olup olmadığını sorarız.',
      ],
    },
    nobody: {
      heading: 'Ya kimse gelemezse?',
      text: 'O zaman mahallenizin koordinatörü sizi arar. O da gelemezse işi yardım masası alır. Her zaman cevap alırsınız.',
    },
    chosen: {
      heading: 'Kime sorarız?',
      text: 'Bunu yapmak isteyen, o zaman gelebilen ve yakında oturan komşulara. Yeni yardım etmiş olanı rahat bırakırız.',
    },
    cost: {
      heading: 'Ücreti nedir?',
      text: 'Hiçbir şey. Komşular karşılıksız yardım eder. İnsanlara puan, liste veya not yoktur.',
    },
  },
  doing: {
    title: 'Komşular ne yapar, ne yapmaz',
    lead: 'Komşular ara sıra küçük yardımlar yapar. Onlar bakım görevlisi değildir.',
    kindsHeading: 'Komşular bunu yapar',
    neverHeading: 'Komşular bunu asla yapmaz',
    instead:
      'Bakıma mı ihtiyacınız var? Aile hekiminizi (huisarts) veya yardım masasını arayın. Kimin yardım edeceğini bilirler.',
    unsure: 'Bir şey yanlış mı geliyor? O zaman durun. Koordinatörü arayın; numarası her randevuda yazar.',
  },
  privacy: {
    title: 'Gizlilik',
    sections: [
      {
        heading: 'Ne soruyoruz?',
        text: 'Adınızı, e-posta adresinizi, mahallenizi ve hangi yardımı istediğinizi. Daha fazlası gerekmez. Bize hastalık anlatmayın.',
      },
      {
        heading: 'Kim neyi görür?',
        text: 'İstek listesinde isim ve adres yoktur. Sorduğumuz komşu adınızı ve isteğinizi görür. Adresinizi ve telefonunuzu yalnızca randevulaştığınız komşu görür.',
      },
      {
        heading: 'Koordinatör',
        text: 'Koordinatörünüz isteğinizi görür ve sizi arayabilir. Biri bilgilerinize baktı mı? Kim olduğunu ve nedenini bilgilerinizde görürsünüz.',
      },
      {
        heading: 'Nasıl saklıyoruz?',
        text: 'İsimler, adresler ve mesajlar bilgisayarlarımızda şifrelidir. Herkesin kendi anahtarı vardır. Bilgilerinizi silerseniz o anahtarı atarız.',
      },
      {
        heading: 'Bu cihazda',
        text: 'Yarım kalan isteğiniz ve randevularınız cihazınızda durur. Böylece internet olmadan da okursunuz. Çıkış yapınca bunlar gider. Yalnızca seçtiğiniz dil, yazı boyutu ve renkler kalır. Yalnızca gerekli çerezleri kullanırız. Sizi izlemeyiz ve reklam göstermeyiz.',
      },
      {
        heading: 'Haklarınız',
        text: 'Her şeyi görebilir, yanınıza alabilir, düzeltebilir ve silebilirsiniz. Bunu Bilgilerim sayfasında kendiniz yaparsınız. Arayabilirsiniz de.',
      },
    ],
    mapHeading: 'Sokaklı harita',
    mapText: (host: string) =>
      `Haritadaki sokaklar ${host} sitesinden gelir. Bu site internet adresinizi ve haritanın hangi bölümüne baktığınızı görür. Kim olduğunuzu, hangi yardımı istediğinizi veya verdiğinizi görmez.`,
    keptHeading: 'Bir şeyi ne kadar saklıyoruz?',
    keptCaption: 'Neyi ne kadar sakladığımız',
    what: 'Ne',
    howLong: 'Ne kadar',
    rows: {
      contact: 'Size yardım eden komşuda adresiniz ve telefonunuz',
      words: 'İsteğinizin metni, mesajlar ve teşekkürler',
      wall: 'Teşekkür duvarındaki sözleriniz',
      unverified: 'Kodsuz bir e-posta adresi',
      inactive: 'Kullanmadığınız bir hesap',
      feedback: 'Bu site hakkında yazdıklarınız',
      session: 'Bir cihazda oturumun açık kalması',
      device: 'Kendi cihazınızdaki randevular',
    },
    afterHelp: (time) => `yardımdan ${time} sonra`,
    afterClosing: (time) => `istek bittikten ${time} sonra`,
    inactive: (until, notice) => `${until}. ${notice} önce bir mektup alırsınız.`,
    orUntilSignOut: (time) => `${time} veya çıkış yapana kadar`,
    hours: (count) => `${count} saat`,
    days: (count) => `${count} gün`,
    months: (count) => `${count} ay`,
    complaint:
      'Memnun değil misiniz? Hollanda veri koruma kurumuna (Autoriteit Persoonsgegevens) şikâyet edebilirsiniz.',
    question: 'Bilgileriniz hakkında sorunuz mu var? Bizi arayın. Bir insan anlatır.',
  },
  accessibility: {
    title: 'Erişilebilirlik',
    lead: (municipality) =>
      `Bu site ${municipality} içinde herkes için çalışmalıdır. Yalnızca klavye, büyük harf veya ekran okuyucu ile de.`,
    statusHeading: 'Ne kadar ilerledik?',
    status: 'Durum C: ilk önlemler alındı.',
    statusText: 'Henüz bağımsız bir inceleme yapılmadı. Bu yüzden daha fazlasına söz veremeyiz.',
    ruleHeading: 'Hangi kurallar geçerli?',
    rule: 'EN 301 549 ve WCAG 2.2, A ve AA düzeyini izliyoruz. Yasa bunu devlet sitelerinden ister.',
    doneHeading: 'Neye baktık',
    done: [
      'Bir program her sayfaya geniş ve dar ekranda baktı.',
      'Koyu renkte, yalnızca klavyeyle ve yüzde 200 harflerle de.',
      'Her şeyi faresiz ve sessiz yapabilirsiniz.',
      'E-postadaki cevap sayfası JavaScript olmadan da çalışır.',
    ],
    openHeading: 'Henüz bitmeyenler',
    open: [
      'Ekran okuyucu kullanan insanlar siteyi henüz bizim için okumadı.',
      'Henüz bağımsız bir inceleme yok.',
      'Metinler herkese açık mı, buna yalnızca bir program baktı.',
    ],
    dateHeading: 'Bu ne zamandan?',
    date: 'Bu açıklama 22 Kasım 2026 tarihlidir. Her yıl ve her büyük değişiklikten sonra bakarız.',
    helpHeading: 'Sizde bir şey çalışmıyor mu?',
    help: 'Bize bildirin. 2 hafta içinde cevap alırsınız. Arayabilirsiniz de: bir insan hemen yardım eder.',
    tell: 'Neyin çalışmadığını anlatın',
    ombudsman: 'Cevabımızdan memnun değil misiniz? Ulusal ombudsmana (Nationale ombudsman) gidebilirsiniz.',
    question: 'Aramayı mı tercih edersiniz? Her zaman olur.',
  },
  feedback: {
    title: 'Görüşünüz',
    lead: 'Ne iyi gidiyor, ne gitmiyor? Belediyeden ve Lariks’ten (sosyal kurum) insanlar okur.',
    subject: 'Konu nedir?',
    subjects: {
      difficult: 'Bir şey zor veya anlaşılmaz',
      broken: 'Bir şey çalışmıyor',
      idea: 'Bir fikrim var',
      thanks: 'Güzel bir şey söylemek istiyorum',
      other: 'Başka bir şey',
    },
    text: 'Kendi sözlerinizle anlatın',
    textHint: 'İsim, adres veya hastalık yazmayın.',
    email: 'E-posta adresiniz',
    emailHint: 'Yalnızca cevap isterseniz. Zorunlu değildir.',
    send: 'Görüşünüzü gönderin',
    errors: {
      subject: 'Konuyu seçin',
      text: 'Anlatmak istediğinizi yazın',
      tooLong: 'Yazınızı kısaltın. En fazla 2000 harf olabilir.',
      email: 'Bir e-posta adresi yazın, örneğin isim@ornek.nl',
    },
    offline: 'İnternet yok. Görüşünüz gönderilmedi. Yazdıklarınız hâlâ duruyor.',
    sent: 'Teşekkür ederiz. Okuyacağız.',
    sentText: (days) => `Bunu en fazla ${days} saklarız.`,
    another: 'Başka bir şey anlatın',
    read: 'İnsanların yazdıklarını okuyun',
    urgent: 'Acele mi, yoksa bir randevu hakkında mı? O zaman arayın. Daha hızlıdır.',
  },
};
