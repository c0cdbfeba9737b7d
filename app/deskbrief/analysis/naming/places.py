"""Places, firms and newspapers that are named often: what they are needs no guess."""

from __future__ import annotations

_COUNTRIES = (
    "Afghanistan|Albania|Algeria|Andorra|Angola|Antigua and Barbuda|Argentina|Armenia|Australia|Austria|"
    "Azerbaijan|Bahamas|Bahrain|Bangladesh|Barbados|Belarus|Belgium|Belize|Benin|Bhutan|Bolivia|"
    "Bosnia and Herzegovina|Bosnia|Botswana|Brazil|Brunei|Bulgaria|Burkina Faso|Burundi|Cambodia|Cameroon|"
    "Canada|Cape Verde|Central African Republic|Chile|China|Colombia|Comoros|Congo|Costa Rica|Croatia|Cuba|"
    "Cyprus|Czech Republic|Czechia|Denmark|Djibouti|Dominican Republic|East Timor|Ecuador|Egypt|El Salvador|"
    "Equatorial Guinea|Eritrea|Estonia|Eswatini|Ethiopia|Fiji|Finland|France|Gabon|Gambia|Germany|Ghana|"
    "Greece|Greenland|Grenada|Guatemala|Guinea|Guinea-Bissau|Guyana|Haiti|Honduras|Hong Kong|Hungary|Iceland|"
    "India|Indonesia|Iran|Iraq|Ireland|Italy|Ivory Coast|Jamaica|Japan|Kazakhstan|Kenya|Kiribati|Kosovo|"
    "Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Lesotho|Liberia|Libya|Liechtenstein|Lithuania|Luxembourg|"
    "Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|Marshall Islands|Mauritania|Mauritius|Mexico|Micronesia|"
    "Moldova|Monaco|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nauru|Nepal|Netherlands|"
    "New Zealand|Nicaragua|Niger|Nigeria|North Korea|North Macedonia|Norway|Oman|Pakistan|Palau|Palestine|"
    "Panama|Papua New Guinea|Paraguay|Peru|Philippines|Poland|Portugal|Puerto Rico|Qatar|Romania|Russia|"
    "Rwanda|Samoa|San Marino|Saudi Arabia|Senegal|Serbia|Seychelles|Sierra Leone|Singapore|Slovakia|Slovenia|"
    "Solomon Islands|Somalia|South Africa|South Korea|South Sudan|Spain|Sri Lanka|Sudan|Suriname|Sweden|"
    "Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|Timor-Leste|Togo|Tonga|Trinidad and Tobago|"
    "Tunisia|Turkey|Turkmenistan|Tuvalu|Uganda|Ukraine|Uruguay|Uzbekistan|Vanuatu|Venezuela|Vietnam|Yemen|"
    "Zambia|Zimbabwe|England|Scotland|Wales|Northern Ireland|Yugoslavia|Czechoslovakia"
)
_REGIONS = (
    "Africa|Asia|Europe|North America|South America|Latin America|Oceania|Antarctica|Middle East|Balkans|"
    "Caribbean|Scandinavia|Siberia|Crimea|Donbas|Gaza Strip|Gaza|West Bank|Sahel|Horn of Africa|Kashmir|"
    "Catalonia|Bavaria|Tibet|Xinjiang|Sub-Saharan Africa|South Asia|Southeast Asia|East Asia|Central Asia|"
    "North Africa|West Africa|East Africa|Southern Africa|Central Africa|Latin America and the Caribbean|"
    "Latin America & Caribbean|Asia-Pacific|Asia Pacific|Atlantic Canada|Middle East and North Africa|"
    "Western Europe|Eastern Europe|New England|Alabama|Alaska|Arizona|Arkansas|California|Colorado|"
    "Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|"
    "Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|"
    "New Jersey|New Mexico|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|"
    "South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|West Virginia|Wisconsin|Wyoming|Ontario|Quebec|"
    "British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|New South Wales|Queensland|Tasmania"
)
_CITIES = (
    "London|Paris|Berlin|Madrid|Barcelona|Valencia|Rome|Milan|Naples|Vienna|Brussels|Amsterdam|Rotterdam|"
    "Copenhagen|Stockholm|Oslo|Helsinki|Dublin|Belfast|Edinburgh|Glasgow|Cardiff|Manchester|Birmingham|Leeds|"
    "Liverpool|Lisbon|Athens|Istanbul|Ankara|Moscow|Kyiv|Kiev|Minsk|Warsaw|Prague|Budapest|Bucharest|Sofia|"
    "Belgrade|Zagreb|Sarajevo|Geneva|Zurich|Munich|Hamburg|Frankfurt|Cologne|Lyon|Marseille|Strasbourg|"
    "Luxembourg City|Cairo|Tunis|Algiers|Tripoli|Khartoum|Nairobi|Lagos|Abuja|Accra|Dakar|Kinshasa|Kampala|"
    "Addis Ababa|Mogadishu|Johannesburg|Cape Town|Durban|Pretoria|Harare|Lusaka|Maputo|Beirut|Damascus|"
    "Baghdad|Tehran|Riyadh|Dubai|Abu Dhabi|Doha|Jerusalem|Tel Aviv|Amman|Kabul|Islamabad|Karachi|Lahore|"
    "Delhi|New Delhi|Mumbai|Kolkata|Chennai|Bangalore|Bengaluru|Hyderabad|Goa|Dhaka|Kathmandu|"
    "Beijing|Shanghai|"
    "Shenzhen|Guangzhou|Wuhan|Taipei|Seoul|Busan|Pyongyang|Tokyo|Osaka|Hiroshima|Hanoi|Bangkok|Jakarta|"
    "Kuala Lumpur|Manila|Canberra|Melbourne|Brisbane|Perth|Auckland|Wellington|Ottawa|Toronto|Montreal|"
    "Vancouver|Calgary|New York|New York City|Los Angeles|San Francisco|Chicago|Boston|Philadelphia|"
    "Beverly Hills|"
    "Baltimore|Atlanta|Miami|Detroit|Minneapolis|Seattle|Portland|Denver|Phoenix|Las Vegas|New Orleans|"
    "Pittsburgh|Cleveland|Mexico City|Havana|Bogota|Bogotá|Caracas|Lima|Quito|La Paz|Santiago|Buenos Aires|"
    "Homs|Aleppo|Idlib|Mosul|Basra|Sanaa|Donetsk|Luhansk|Kharkiv|Odesa|Odessa|Mariupol|Lviv|Kherson|Almaty|"
    "Alma-Ata|Tashkent|Bishkek|Astana|Yerevan|Baku|Tbilisi|Skopje|Pristina|Tirana|Podgorica|Ljubljana|"
    "Bratislava|Vilnius|Riga|Tallinn|Reykjavik|Nicosia|Phnom Penh|Yangon|Colombo|Ulaanbaatar|Freetown|"
    "Monrovia|Bamako|Niamey|Ouagadougou|Conakry|Luanda|Kigali|Bujumbura|Juba|Asmara|Sydney|"
    "Montevideo|Sao Paulo|São Paulo|Rio de Janeiro|Brasilia|Brasília"
)
#: What is a place in whatever sentence it stands.
WELL_KNOWN = frozenset(f"{_COUNTRIES}|{_REGIONS}|{_CITIES}".split("|"))
#: Cities that stand in capitals where news is written, the capital of the United States among them.
CITIES = frozenset([*_CITIES.split("|"), *_COUNTRIES.split("|"), "Washington"])
_FIRMS = (
    "Airbnb|Alibaba|Amnesty International|Associated Press|BBC|Bloomberg|Boeing|Cloudflare|CNN|"
    "Dropbox|Expedia|Facebook|Financial Times|Firefox|Foxconn|GitHub|GitLab|Google|Greenpeace|"
    "Huawei|Human Rights Watch|IBM|Instagram|Intel|LinkedIn|Lyft|Microsoft|Mozilla|Netflix|"
    "New York Times|Nvidia|OpenAI|Oxfam|PayPal|Pinterest|Politico|Qualcomm|Rackspace|Reddit|Reuters|"
    "Samsung|Skype|Snapchat|Spotify|Tencent|TikTok|Twitch|Twitter|Uber|Wall Street Journal|"
    "Washington Post|WhatsApp|Wikimedia|Wikipedia|Yahoo|YouTube"
)
#: Firms, newspapers and services that models take for persons or places.
FIRMS = frozenset(_FIRMS.split("|"))
