"""What the people and things of a country are called, for comparing "Norway" with "Norwegian"."""

from __future__ import annotations

_COUNTRIES = """
afghanistan afghan afghans|albania albanian albanians|algeria algerian algerians|america american americans us usa
|angola angolan angolans|argentina argentine argentinian argentines|armenia armenian armenians
|australia australian australians|austria austrian austrians|azerbaijan azerbaijani azerbaijanis|bahrain bahraini
|bangladesh bangladeshi bangladeshis|belarus belarusian belarusians|belgium belgian belgians|bolivia bolivian bolivians
|bosnia bosnian bosnians|brazil brazilian brazilians|britain british britons briton uk|bulgaria bulgarian bulgarians
|cambodia cambodian cambodians|cameroon cameroonian|canada canadian canadians|chad chadian|chile chilean chileans
|china chinese|colombia colombian colombians|congo congolese|croatia croatian croatians|cuba cuban cubans
|cyprus cypriot cypriots|czechia czech czechs|denmark danish dane danes|ecuador ecuadorian|egypt egyptian egyptians
|england english|eritrea eritrean|estonia estonian estonians|ethiopia ethiopian ethiopians|europe european europeans
|finland finnish finn finns|france french|gaza gazan gazans|georgia georgian georgians|germany german germans
|ghana ghanaian ghanaians|greece greek greeks|guatemala guatemalan|haiti haitian haitians|honduras honduran
|hungary hungarian hungarians|iceland icelandic|india indian indians|indonesia indonesian indonesians
|iran iranian iranians|iraq iraqi iraqis|ireland irish|israel israeli israelis|italy italian italians
|jamaica jamaican|japan japanese|jordan jordanian jordanians|kazakhstan kazakh|kenya kenyan kenyans|korea korean koreans
|kosovo kosovar kosovan|kuwait kuwaiti|kyrgyzstan kyrgyz|laos lao|latvia latvian latvians|lebanon lebanese|liberia liberian
|libya libyan libyans|lithuania lithuanian lithuanians|luxembourg luxembourgish|malaysia malaysian malaysians|mali malian
|malta maltese|mexico mexican mexicans|moldova moldovan moldovans|mongolia mongolian|montenegro montenegrin
|morocco moroccan moroccans|mozambique mozambican|myanmar burma burmese|nepal nepali nepalese|netherlands dutch
|nicaragua nicaraguan|niger nigerien|nigeria nigerian nigerians|norway norwegian norwegians|oman omani
|pakistan pakistani pakistanis|palestine palestinian palestinians|panama panamanian|paraguay paraguayan
|peru peruvian peruvians|philippines philippine filipino filipinos|poland polish pole poles|portugal portuguese
|qatar qatari qataris|romania romanian romanians|russia russian russians|rwanda rwandan|scotland scottish scots
|senegal senegalese|serbia serbian serbs serb|singapore singaporean|slovakia slovak slovaks|slovenia slovenian slovene
|somalia somali somalis|spain spanish|sudan sudanese|sweden swedish swede swedes|switzerland swiss|syria syrian syrians
|taiwan taiwanese|tajikistan tajik|tanzania tanzanian|thailand thai thais|tibet tibetan|tunisia tunisian tunisians
|turkey turkish turk turks turkiye|turkmenistan turkmen|uganda ugandan|ukraine ukrainian ukrainians|uruguay uruguayan
|uzbekistan uzbek|venezuela venezuelan venezuelans|vietnam vietnamese|wales welsh|yemen yemeni yemenis|zambia zambian
|zimbabwe zimbabwean|africa african africans|asia asian asians|islam islamic muslim muslims
"""
PEOPLES = {
    form: forms.split()[0] for forms in _COUNTRIES.replace("\n", "").split("|") for form in forms.split()
}
"""The country or continent behind each form; all in lower case."""
