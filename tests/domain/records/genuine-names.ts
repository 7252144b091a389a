/** Names as they are, in many languages, and odd ones. None of them may be refused. */
const listed = (text: string): readonly string[] => text.trim().split(/[|\n]\s*/u)

/** Names of people in some fifty languages. */
export const PEOPLE = listed(`
  Cécile Lemaître|Timothée Guérin|Benoît Bègue|Stéphanie Maréchal|Édouard Lefèvre|Océane Dupré|Léon Lévêque
  Eugène Vallée|Adèle Chrétien|Frédéric François|Honoré Léger|Clémence Rémy|Andrée Étienne|Jérôme Mendès
  Étienne Hervé|Élisabeth Rivière|Noémie Fréchette|Valérie Massé|Mélanie Bédard|Frédérique Béland|Clémence Labonté
  Océane Giguère|François Bérubé|Célina Noël|Éric Vézina|Grégoire Labbé|Béatrice Lavallée|Zoé Séguin|Élodie Émond
  Élise Trépanier|Michèle Larivière|Stéphanie Gagné|Jürgen Börner|Horst-Günter Rörricht|Rüdiger Röhricht
  Heinz-Jürgen Köhler|Hüseyin Dörschner|Kläre Fröhlich|Hans Jörg Rädel|Jörg Käster|René Hölzenbecher
  Songül Jüttner|Cäcilia Matthäi|Käthi Gröttner|Hans-Günter Döhn|Björn Hörle|Jörgen Schönland|Klaus-Günter Lübs
  Nika Böhler|Mona Müller|Madeleine Höller|Stephanie Schön|Axel Fröhlich|Patricia Stöger|Yvonne Götz|Naomi Bäck
  Oskar Schöller|Lilia Wöhrer|Juna Hübner|Liliane Jäger|Miriam Gärtner|Jasmina Frühwirth|Robin Röck|Linus Füreder
  José Manuel Mármol|Cándido Velázquez|María Belén Expósito|Espiridión Rosselló|Hernán Andrés|Áurea Galán
  Aránzazu Álvaro|Julio César Cañellas|María Ángel|Ascensión Enríquez|Ana Belén Bárcena|Víctor Verdú|Ibán Baró
  Juan José Aragonés|Eloísa Español|María Jesús Solís|Héctor Benítez|Óscar Páez|Hernán Terán|Estefanía Vásquez
  Dulce María Niño|Inés Vélez|Darío Márquez|Julio César Cabán|Ángela Frías|Concepción Hernández|Rubén Jimínez
  Agustín González|Jesús Velásquez|Benjamín Solís|Zacarías Báez|Angélica Juárez|Débora Sá|Mário Assunção
  Letícia Magalhães|Núria Lourenço|Vítor Gonçalves|Rúben Araújo|Patrícia Simões|Bárbara Leão|Ana Vitória Fogaça
  Ana Lívia Câmara|Cecília Gonçalves|Vinícius Mendonça|Josué Araújo|Lívia Sá|João Felipe da Conceição
  Maria Júlia Aragão|Rafał Doe|Jiří Bárta|Arnošt Blažek|Žofie Kubíček|Vladimíra Němec|Jaromír Němečková
  Evelína Vacková|Naděžda Beránek|Břetislav Pavlíček|Václav Pokorný|Kryštof Benešová|Slavomír Procházka
  Vojtěch Kratochvílová|Lýdie Čech|Agáta Hájková|Jindřich Brožová|Soňa Němcová|Ľubor Veterník|Slavomíra Pupáková
  Sláva Andrášik|Kazimír Ďurčová|Nataša Paľa|František Motyková|Eleonóra Janošo|Kornélia Kocková
  Pankrác Paľovčíková|Ambróz Husťáková|Ľuboš Maroš|Lýdia Mariánová|Aleš Jurík|Beáta Paúk|Olívia Vásková
  Regína Polláková|Jázmin Hegedűs|László Molnár|Milán Fábián|Enikő Tóth|Tünde Horváth|Dezső Szabó|Krisztián Szücs
  Géza Gulyás|Dénes Fehér|Dániel Pál|Dávid Sárközi|Ernő László|Ábel Váradi|Anikó Virág|Erzsébet Máté|Annamária Gál
  Eyyüp Şensoy|Günkurt Erdoğan|Çelikyürek Durmuş|Büşranur Hançer|Züfer Yüksel|Avunç Türk|Oranlı Şener
  Hürüyet Mansız|Sağcan Yılmaz|İncifir Gül|Doğanşah Manço|Akçasu Güçlü|Güzey Fırat|Çağdan Çorlu|Gülselin Hayrioğlu
  Şilan Çamurcuoğlu|Xuân Vũ|Hồng Trần|Châu Phạm|Trọng Lê|Tú Đặng|Nhiên Nguyễn|Hưng Dương|Ngọc Bùi|Dũng Hoàng
  Lucreția Stănescu|Ștefania Ioniță|Natașa Pușcașu|Codruța Niță|Vlădelina Nemeș|Åge Jørgensen|Øyvind Møller
  Kåre Sørensen|Søren Søndergaard|Øjvind Østergaard|Øystein Nørgaard|Bøje Kjær|Håkon Rønning|Bjørn Nygård
  Øystein Ødegård|Torbjørn Jørgensen|Håvard Sørensen|Pål Næss|Synnøve Sæther|Øyvind Bøe|Jørgen Strøm|Iréne Eklöf
  Märta Lövgren|Åse Hellström|Jörgen Granström|Mårten Sundström|Lars-Göran Söderholm|Måns Öberg|Torbjörn Stenström
  Renée Ståhl|Jan-Åke Holmström|Örjan Månsson|Björn Törnqvist|Märtha Lindén|Åke Norén|Hjördis Östman|Åsa Källström
  Päivikki Hyvärinen|Yrjö Järvi|Helinä Penttilä|Päivi Räisänen|Väinö Pääkkönen|Jüri Mägi|Ülle Põdra|Nadežda Pärna
  Tõnu Käär|Ēvalds Riekstiņš|Žanis Lagzdiņa|Rūdolfs Celmiņš|Jāzeps Kundziņš|Ingrīda Krieviņš|Ēriks Turiņa
  Alīda Vītoliņš|Paulīna Lāce|Līza Eglītis|Dārta Auniņš|Dāvis Rudzītis|Jēkaubs Turiņš|Elīna Pērkons|Gunārs Baltiņš
  Krišs Apsītis|Emīls Vīksna|Mantė Poška|Arielė Gaičiūnas|Rusnė Kiška|Rimantė Narušis|Aušra Nausėda
  Vasarė Kalvėnas|Indrė Žukauskas|Ignė Stankevičius|Žemyna Gaižauskas|Božica Jureško|Štefanija Turudić
  Đuro Ergotić|Ruža Seršić|Snježana Grubišić|Siniša Grgurić|Ružica Damjanović|Anđela Marinović|Dražen Županić
  Štefica Zanoški|Božo Škugor|Nataša Kurtoić|Đurđica Kramarić|Božena Puškarić|Saša Burić|Joško Zubčić
  Štefka Simonič|Jožef Klemenčič|Srečko Mlinarič|Matevž Lešnik|Neža Šuštar|Tomaž Hodžić|Jožefa Žnidaršič
  Blaž Petrovič|Matjaž Eržen|Nuša Markovič|Živa Žižek|Štefan Železnik|Maruša Božič|Dušanka Šmid|Anže Sušnik
  Jožica Žagar|Федот Фомина|Фёкла Новиков|Ипполит Мамонтова|Валерий Костин|Конон Щукина|Авдей Турова
  Пелагея Соколов|Велимир Жукова|Галактион Коновалов|Алексей Сысоев|Иосиф Павлова|Савелий Куликова
  Рубен Виноградов|Николай Туров|Куприян Нестеров|Анжела Лобанова|Ігор Зайченко|Петро Тиха|Володимир Іващенко
  Еріка Сірко|Павло Масоха|Валерій Затула|Єва Єрченко|Ростислав Гречаник|Валентин Габелко|Устим Кармалюк
  Демид Ґереґа|Єлисавета Арсенич|Феофан Чумаченко|Орест Ковпак|Андрій Павленко|Мартин Зінченко|Себахтин Възвъзов
  Мишка Дзезов|Ростимир Зенгинов|християн Фенеров|Томас Топчийски|Чавдар Овнарски|Панделис Братухчев
  десилиан Макаронски|Аврелий Многознаева|Кьнина Плюцова|Мари-анри Прошков|Вашиля Рошльов|Ленко Кесьов
  Тръпка Смърдански|Петромил Иликьов|ЛЕА-МАРИЯ Джогов|Μαγδαληνός Ατσαλάκη|Βλαδίμηρος Κουρελής|Μένανδρος Γεωργή
  Αναγνώστης Ζωντανού|Θέμης Καρανάνου|Θεόδουλος Τουρνά|Μόσχα Πολίτου|Κλήμης Γκόβα|Κρινιώ Παππά|Καλλίνικη Πιάγκος
  Κορνηλία Αντωνόπουλος|Ιωακείμ Αγγελόπουλος|Ηώ Τζέκος|Γαληνός Κυριακοπούλου|Προκόπιος Κωτούλας|Γρηγόριος Τζάγκα
  रामकृष्ण जोशी|शेष शर्मा|जौहर पटेल|ऋषि कपूर|राज्य गुहा|सीता वर्मा|प्रेमा बनर्जी|राजेन्द्र मुख़र्जी|सुनील कुमार
  दमयंती दासगुप्ता|रत्न मैती|लाल मेनन|कुमारी तमांग|चण्ड शुक्ला|जितेन्द्र बलासुब्रमानियम|रुक्मिणी प्रसाद
  إباء الجعليين|زهران مشعشع|هيثم راجح|بيسان العجمان|خاطر قطينة|سامر بتروني|منيف الحجر بن الهنوء بن الأزد
  فضل الأشراف|عزّ الدّين عبيد|نوّاف القطب|ايمان متني|سخاء عذرة|نافع الموسوس|قاصد بنو الدئل|ميلاء النقيب
  بوران الدسوقي|پرنيا ظفری|علی اكبر شمشیری|ثنا پویان|امیررضا فرجی|محمدعلي جلالی|محمدمهدي ملکیان|حدیث لاچینی
  يوسف علیجانی|مليکا هاشمی|ستايش ضابطی|آريا نوبختی|ياسمين همدانی|سارا رضا زاده|پریا طلوعی|عليرضا بهرامی
  ياسين محمدی|אמיליה אליאס|גיל להב|טלי צדוק|יהונתן ריאן|אוהד חיון|ארבל עיסא|לאה רז|עידן סבאג|יששכר כהן|גורי בן שבת
  חנה מזרחי|אמי פרי|חלא שטיין|ג'וליאן משולם|חמזה דמרי|ים אלנבארי|Nailə Mirələmov|Coşqun Talıblı|Heydər Nəbioğlu
  Növrəstə Nəzirova|Nərminə İdrisli|İlahə Cəfərzadə|Mədinə İsabəyli|Şəmsiyyə Əmirova|Uğur Süleymanov
  Rəsul Nəbiqızı|Müslüm Çəmənli|Yeganə Əlixanlı|İmam Yusifzadə|Atamoğlan Məhərrəmli|Nurşən Hüseynli
  Mikayıl Rəhimov|იური ინასარიძე|კახა ბეჟანიშვილი|გურამ ძიძიგური|ლარისა ბიგვავა|ანიკო რამიშვილი|რიმა შანიძე
  ლუიზა გურგენიძე|ვასილ მაჩიტიძე|ნიკა დავითაძე|რიტა სიმონიშვილი|ნუცა მაღლაკელიძე|დალი ქარჩავა|გელა კილაძე
  ამირან რუხაძე|ნაირა ყურაშვილი|ზაურ ლაბაძე|Արտուր Ոսկերչյան|Քրիստինե Փախչանյան|Կիկոս Շահնազարյան|Արփինե Խաչենց
  Զոհրաբ Բարսեղյան|Գառնիկ Այվազյան|Արմենակ Վահանյան|Քիմ Զելվեյան|Սուրեն Խզմալյան|Արշավիր Աբելանց|Մարկոս Ծուռվիզյան
  Ռուզան Ագուլյան|Սուսաննա Ադելյան|Ագապի Շաբոյան|Հասմիկ Ֆահրադյան|Լառա Բադիկյան|Geirþjófur Þengills
  Guðröður Kristjáns|Theódór Njálls|Grímar Lúðvíks|Álfhildur Bastíans|Elíeser Aðalráðs|Sóllilja Immanúels
  Hlíf Jóis|Nóra Mjölnirs|Daníel Dómaldis|Maídís Glúms|Heiðný Heiðarrs|Ægileif Aðalgeirs|Árbjörn Sveinjóns
  Önundur Vigtýrs|Hálfdán Auðbergs|Giacobbe Boldù|Greco Bellò|Orlando Cassarà|Gustavo Segrè|Alberico Almagià
  Alphons Berrè|Eugenia Dallapé|Arnulfo Foà|Amalia Borzomì|Amedeo Donà|Noëlle Françoise|Vajèn Hemma van Allemanië
  Loïs Bresé|Daniël van Jumiège|Esmée West-Francië, van|Joëlle Gepa van Bourgondië|Zoë François
  Chloé Godfrey van Alemannië|Chloë Höning|Joël Bökenkamp|Fabiënne Köster|Amélie Luitgardis van Neustrië
  Féline Bourgondië, van|Aimée van Allemanië|Davin Ó Stiofáin|Siobain Ó Cumhaill|Thaddeus Ó Cunnaidh
  Thelma Ó Cathbhuadha|Siobhain Ó Lanagáin|Allen Mac Conámha|Simon Ó Coisdealbha|Catriona Cúnún|Michelle Mac Ógáin
  Derval Ó Luaire|Freda Ó Bia|Julian Ó Reachtar|Danielle Ó Muireán|Geraldine Ó Conchubhair|Jayne Ó Flathartaigh
  Declan de Híde|智也 藤原|くみ子 木村|知実 林|京助 阿部|真綾 高橋|陽一 遠藤|洋介 岡本|直人 加藤|直子 森|浩 岡田|稔 山口|さゆり 藤田|春香 鈴木|里佳 佐々木|聡太郎 長谷川|桃子 伊藤
  玉华 池|桂英 干|东 吴|平 利|玲 宁|艳 鄢|淑英 沙|佳 殷|桂芳 邵|秀云 芮|桂花 隋|静 祁|旭 但|建国 原|晨 柯|坤 楚|진우 구|미정 오|경수 손|정수 하|성현 곽|진호 엄|영미 권|수민 홍
  서현 한|하은 류|재호 나|우진 정|성진 양|은지 윤|상훈 백|지우 허|อัญชัญ แหยมศิริ|วิเชียร หอมพิกุล|อภิลักษณ์ ธรรมเมธา|ปัณณธร ผลบุญ
  ธัญญกัญญา เลิศกิ่ง|ศิริญา ตระกูลไม้เรียง|บุญญกัลป์ บุญญาภิรมย์|ฤทธิ์ชกร เวียงจันทึก|วรรณรัตน์ เนื่องนนท์
  ฉลองชัย ถ้วนศรี|ณัฐติญา ทุมะบุตร์|สมนึก นักสำหรวจ|รมิตา ตะละภัฏ|ฮามีย๊ะ ไทนิยม|ณัฐธภรณ์ ธัญเสถียร|เนตรฤดี ขุนดำ
  மகஷேவரி எழிலழகி|அகவன் தணிகைமணி|உத்தவ் உமயாள்|பகவத் கஐலட்சுமி|எழிற்கோமகன் தசரதன்|அஜய் ஹஷ்விந்ரன்|கதிரழகன் யாளினி
  தனுஷ்கா யாழ்பாடி|ஏழிசைச்சுடர் உதயசந்திரிகா|உலகமணி சத்யேந்திரா|ஹரிதா தனித்தமிழ்|நாகவல்லி எழிற்செல்வம்
  சத்தியவாணி ஹரிகரண்|ஆதிமகள் வசுதாரிணி|எழிலகன் சக்கரவர்த்தி|சத்யமூர்த்தி ஸரஸ்வதி|মাধু কুমার|বিরাট চ্যাটার্জি
  শুভশ্রী গাঙ্গুলি|রিনা দত্ত|জনা আক্তার|চয়ন মিত্র|আশালতা তালুকদার|রাজিয়া খাতুন|আক্তারা হোসাইন|ফৌজিয়া বাগচী
  অদৃতা হাকিম|শেখর প্রধান|নয়ন যাদব|সজীব বর্মন|রাজু বিশ্বাস|মালিহা মিশ্র|सुवर्णा सी|सुदर्शन रिमाल|आत्मेश बस्नेत
  प्रभु शाही|सजन मल्ल|विध्यामान उपाध्‍याय|सत्य मानन्‍धर|विश्‍व मानन्धर|प्रमोद गुरुङ्ग|पंकज सिं‌खडा
  नबिन्द्र मुस्‍लीम|प्रफुल्ल नेपाली|शोभा प्‍याकुरेल|अवलोक भट्टराई|कुमार किल्ला|डोमा प्याकुरेल|Jangwa Kibet
  Lailati Ouma|Zende Omar|Adia Ali|Anasa Naomi|Tambika Kipruto|Eliakimu Kiprono|Rashidi Obama|Faraja Msuya
  Mavuno Owuor|Ntimi Kimani|Cheusi Kiplagat|Bale Yudas|Justiniani Ibrahim|Umoja Wanijiku|Asmini Anyango
  Adekola Bamidele|Alamu Adeyemo|Amope Oyinlola|Oluwole Afonja|Ayodele Bakare|Damife Awolowo|Atinuke Odetola
  Leke Afolabi|Adesewa Alabi|Olasunmbo Olabode|Iyadunni Adisa|Omowumi Oyaifo|Folashade Oyetoro|Abayomi Fadipe
  Kikelomo Edun|Seye Soyinka|Asma’u Danjuma|Habibu Shehu|Fatima Garba|Sa’adatu Sa’idu|Ahmad Yahaya|Hauwa Suleiman
  Sani Zubairu|Safiya Kabir|Bilkisu Tukur|Abdullahi Mustapha|Aliyu Abubakar|Hadiza Buhari|Hafsat Jibril
  Nasiru Lawal|Danjuma Idris|Shamsuddeen Mohammed|Chidimma Nwosu|Ifechukwu Ojukwu|Kelechi Onoh|Chibuzo Ihejirika
  Chizoba Okafor|Ujunwa Udeh|Chigozie Iwu|Oluchi Obi|Ifeoma Eze|Ifeanyi Okoro|Chinedu Njoku|Somtochukwu Ogbuehi
  Ikenna Nwachukwu|Ifunanya Okeke|Chinelo Onwuka|Obinna Chukwu|Ama Akɔmaa|Malcolm Akyerεko|Φιλιππόπουλος Παπαφιλίππου|Mathew Akyeamfuɔ
  Eric Akyerε|Londisizwe Ngiba|Sibonelo Gasela|Silondile Ncube|Nomusa Gatsheni|Thandeka Shengele
  Langalibalele Khosini|Nomalanga Hlubi|Vusumuzi Mlangeni|Sibongile Nhlabathi|Thando Fakazi|Bhekisisa Dumisa
  Bhekokwakhe Fihlela|Nothando Gagashe|Mlungisi Masibekela|Thabani Mkhokeleleki|S'fiso Mbhulangwe|Ulug‘bek Imonova
  Ja’far Akmalov|Sa’diya Aminova|E’zoza Sabinova
`)

/** Names of people that look as if they were garbled, among them such as other programs write in wrong sizes. */
export const ODD_PEOPLE = listed(`
  Ångström|Åsa|Å|Å Berg|Å BERG|Łukasz|Šárka|Đorđe|Ñandú|O’Brien|O‘Brien|D´André|Sørensen|İpek|Nguyễn|Ö. Yılmaz|Ȼ|Conceição
  JOÃO|SÃO JOÃO|ÉLÉONORE|Žižek|Æ|Æsa|Þórður|Sæþór|Sæþóra Æðís|Þjóðólfur|Žížala|Šíšák|Křížů|Öğüç|Öğüt Üçöş|Ýr|Éa|Ó hÉalaithe|Ní hÓgáin
  McÉvoy|MacÁdam|DeÁngelis|WEIß|GROßMANN|Mª Carmen|Mªcarmen|mª josé|MªJosé|Fº Javier|Nª Sª|Gal·la|Paral·lel Coll|In·hèrn|Aƒé|Amƒá|Koƒi Eƒu
  Anne–Marie|anne–marie|Abd–el–Kader|Jean–paul|J–P Roy|J–B Roy|j–paul roy|„Élo” Nowak|Jan „Élo” Nowak|Anna ‚Jo‘ Kühn|«Éva» Nagy|›Éva‹ Nagy|“Bob” Roy
  Ra’anan|Ma‘ayan|Rafi‘|N’Guessan|n’guessan|Ba’l|Dž. Ljubić|DŽEMAL|DŽamonja|Pštross|Smrž|Hrš|Vršnak|Krč|KRŠKO|PŠTROSS|Trś|Lanškroun|Strnišťe
  GarcÍa|JosÉ|MuÑoz|FranÇois|MichÈle|DuŠan|HavlÍČek NadĚŽda|PetroviĆ Ana|AhiĆ Roy|HeikkilÄ Roy|LangÅ Berg|MatÚŠ|PospÍŠil|JOSé|GARCíA|MUñOZ|FRANçOIS|BENOîT|LOïC|JERôME|KILIç|L’HaŸ|Œdipe Bœuf|Œlsner|Schœlcher
  Akyerεko|Φιλιππόπουλος Παπαφιλίππου|Kɔkɔ Mɛnsa|Eʋe Ŋutɔ|Ɖoe|Ƒe Aƒetɔ|Sìne Mìcheal|Forlì Mosè|Niccolò|Vùng Thì|Dũng Hoàng|Noèle|Joèl|Thèo|Lèa|Mariæ|Brúsá|Bjørg Jákup
  Lê Quang|Lý Ỷ|Ông Ích Đường|Ÿ|Ñ|Ç. Öz|Ä Ö|ÂA ÃÕ|Ürün|Émile–Zoé|Wójcik–Żak|Ján Ďuriš|Ľubomír Ťažký|Ŵyn|ʻĀina|Nuʻu|Kamakau‘i|Sḵwx̱wú|N|Jr.|Ana Sol III
`)

/** Names of teams, sites and departments with signs. */
export const ODD_GROUPS = listed(`
  Acme®|Acme™|CAFÉ™|iPod®s|acme®team|Équipe n°5|N°12|№5|50 °C|R&D|R§D|A×B|m²|M²|Halle m³|Nm³|1ª Equipa|2º Turno|Équipe ½|½ Tag|±0|≥ 3|€uro
  µServices|πlab|Δelta|Team Ω|TeamΩ|Versionβ|ΓΔ°|ΟΜΑΔΑ ΓΔ°|IT-отдел|3D-отдел|ITотдел|VIPзал|СКЛАД№5|Support • Chat|Achat/Vente|Nord → Süd|¿Dudas?|¡Hola!
  ¿preguntas?|…et fils|§ 5|§5 Recht|Équipe «É»|Zone É®|Team ★|C++|C#|Q&A|24/7|Café ›É‹|Who’s Who|Rock’n’Roll|Ü50|Ä1|Ö|Å-team|L’Équipe|©Acme|†|Œuvres|Bø
`)
